from typing import Literal

VerifyGuaranteeLanguage = Literal["da", "en", "nb"]

VERIFY_GUARANTEE_LANGUAGE_VALUES: set[VerifyGuaranteeLanguage] = {
    "da",
    "en",
    "nb",
}


def check_verify_guarantee_language(value: str) -> VerifyGuaranteeLanguage:
    if value in VERIFY_GUARANTEE_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VERIFY_GUARANTEE_LANGUAGE_VALUES!r}")
