from typing import Literal

ClinicNextStepStep = Literal[
    "accountRegistered", "contractSigned", "detailsFilled", "servicesPublished", "systemConnected"
]

CLINIC_NEXT_STEP_STEP_VALUES: set[ClinicNextStepStep] = {
    "accountRegistered",
    "contractSigned",
    "detailsFilled",
    "servicesPublished",
    "systemConnected",
}


def check_clinic_next_step_step(value: str) -> ClinicNextStepStep:
    if value in CLINIC_NEXT_STEP_STEP_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLINIC_NEXT_STEP_STEP_VALUES!r}")
