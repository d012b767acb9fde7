from typing import Literal

OwnContactLanguage = Literal["da", "en", "nb"]

OWN_CONTACT_LANGUAGE_VALUES: set[OwnContactLanguage] = {
    "da",
    "en",
    "nb",
}


def check_own_contact_language(value: str) -> OwnContactLanguage:
    if value in OWN_CONTACT_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_CONTACT_LANGUAGE_VALUES!r}")
