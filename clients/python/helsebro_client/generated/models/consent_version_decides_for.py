from typing import Literal

ConsentVersionDecidesFor = Literal["child", "self"]

CONSENT_VERSION_DECIDES_FOR_VALUES: set[ConsentVersionDecidesFor] = {
    "child",
    "self",
}


def check_consent_version_decides_for(value: str) -> ConsentVersionDecidesFor:
    if value in CONSENT_VERSION_DECIDES_FOR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_VERSION_DECIDES_FOR_VALUES!r}")
