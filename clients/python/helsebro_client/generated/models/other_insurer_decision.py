from typing import Literal

OtherInsurerDecision = Literal["limits", "none", "paid-in-full", "reported", "unreported"]

OTHER_INSURER_DECISION_VALUES: set[OtherInsurerDecision] = {
    "limits",
    "none",
    "paid-in-full",
    "reported",
    "unreported",
}


def check_other_insurer_decision(value: str) -> OtherInsurerDecision:
    if value in OTHER_INSURER_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OTHER_INSURER_DECISION_VALUES!r}")
