from typing import Literal

PolicyholderContactLanguage = Literal["da", "en", "nb"]

POLICYHOLDER_CONTACT_LANGUAGE_VALUES: set[PolicyholderContactLanguage] = {
    "da",
    "en",
    "nb",
}


def check_policyholder_contact_language(value: str) -> PolicyholderContactLanguage:
    if value in POLICYHOLDER_CONTACT_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {POLICYHOLDER_CONTACT_LANGUAGE_VALUES!r}")
