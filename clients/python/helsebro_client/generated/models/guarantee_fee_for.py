from typing import Literal

GuaranteeFeeFor = Literal["session", "whole"]

GUARANTEE_FEE_FOR_VALUES: set[GuaranteeFeeFor] = {
    "session",
    "whole",
}


def check_guarantee_fee_for(value: str) -> GuaranteeFeeFor:
    if value in GUARANTEE_FEE_FOR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GUARANTEE_FEE_FOR_VALUES!r}")
