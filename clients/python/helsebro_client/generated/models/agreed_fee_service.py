from typing import Literal

AgreedFeeService = Literal["debriefing", "first", "follow-up"]

AGREED_FEE_SERVICE_VALUES: set[AgreedFeeService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_agreed_fee_service(value: str) -> AgreedFeeService:
    if value in AGREED_FEE_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {AGREED_FEE_SERVICE_VALUES!r}")
