from typing import Literal

NewPersonContactLanguageType0 = Literal["da", "en", "nb"]

NEW_PERSON_CONTACT_LANGUAGE_TYPE_0_VALUES: set[NewPersonContactLanguageType0] = {
    "da",
    "en",
    "nb",
}


def check_new_person_contact_language_type_0(value: str) -> NewPersonContactLanguageType0:
    if value in NEW_PERSON_CONTACT_LANGUAGE_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_PERSON_CONTACT_LANGUAGE_TYPE_0_VALUES!r}"
    )
