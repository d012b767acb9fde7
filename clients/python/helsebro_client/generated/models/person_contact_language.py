from typing import Literal

PersonContactLanguage = Literal["da", "en", "nb"]

PERSON_CONTACT_LANGUAGE_VALUES: set[PersonContactLanguage] = {
    "da",
    "en",
    "nb",
}


def check_person_contact_language(value: str) -> PersonContactLanguage:
    if value in PERSON_CONTACT_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PERSON_CONTACT_LANGUAGE_VALUES!r}")
