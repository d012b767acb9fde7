from typing import Literal

ConsentTextLanguage = Literal["da", "en", "nb"]

CONSENT_TEXT_LANGUAGE_VALUES: set[ConsentTextLanguage] = {
    "da",
    "en",
    "nb",
}


def check_consent_text_language(value: str) -> ConsentTextLanguage:
    if value in CONSENT_TEXT_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_TEXT_LANGUAGE_VALUES!r}")
