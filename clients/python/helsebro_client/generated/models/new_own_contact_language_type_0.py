from typing import Literal

NewOwnContactLanguageType0 = Literal["da", "en", "nb"]

NEW_OWN_CONTACT_LANGUAGE_TYPE_0_VALUES: set[NewOwnContactLanguageType0] = {
    "da",
    "en",
    "nb",
}


def check_new_own_contact_language_type_0(value: str) -> NewOwnContactLanguageType0:
    if value in NEW_OWN_CONTACT_LANGUAGE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_OWN_CONTACT_LANGUAGE_TYPE_0_VALUES!r}")
