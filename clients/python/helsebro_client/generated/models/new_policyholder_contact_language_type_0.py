from typing import Literal

NewPolicyholderContactLanguageType0 = Literal["da", "en", "nb"]

NEW_POLICYHOLDER_CONTACT_LANGUAGE_TYPE_0_VALUES: set[NewPolicyholderContactLanguageType0] = {
    "da",
    "en",
    "nb",
}


def check_new_policyholder_contact_language_type_0(value: str) -> NewPolicyholderContactLanguageType0:
    if value in NEW_POLICYHOLDER_CONTACT_LANGUAGE_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_POLICYHOLDER_CONTACT_LANGUAGE_TYPE_0_VALUES!r}"
    )
