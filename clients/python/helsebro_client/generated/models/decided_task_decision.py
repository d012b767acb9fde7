from typing import Literal

DecidedTaskDecision = Literal["approve", "clarify", "deny"]

DECIDED_TASK_DECISION_VALUES: set[DecidedTaskDecision] = {
    "approve",
    "clarify",
    "deny",
}


def check_decided_task_decision(value: str) -> DecidedTaskDecision:
    if value in DECIDED_TASK_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECIDED_TASK_DECISION_VALUES!r}")
