from typing import Literal

PractitionerFeeService = Literal["debriefing", "first", "follow-up"]

PRACTITIONER_FEE_SERVICE_VALUES: set[PractitionerFeeService] = {
    "debriefing",
    "first",
    "follow-up",
}


def check_practitioner_fee_service(value: str) -> PractitionerFeeService:
    if value in PRACTITIONER_FEE_SERVICE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRACTITIONER_FEE_SERVICE_VALUES!r}")
