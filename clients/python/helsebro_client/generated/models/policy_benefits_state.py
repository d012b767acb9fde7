from typing import Literal

PolicyBenefitsState = Literal["ended", "in-force", "not-begun", "run-off", "suspended"]

POLICY_BENEFITS_STATE_VALUES: set[PolicyBenefitsState] = {
    "ended",
    "in-force",
    "not-begun",
    "run-off",
    "suspended",
}


def check_policy_benefits_state(value: str) -> PolicyBenefitsState:
    if value in POLICY_BENEFITS_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {POLICY_BENEFITS_STATE_VALUES!r}")
