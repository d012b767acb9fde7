from typing import Literal

TaskDecisionDecision = Literal["approve", "clarify", "deny"]

TASK_DECISION_DECISION_VALUES: set[TaskDecisionDecision] = {
    "approve",
    "clarify",
    "deny",
}


def check_task_decision_decision(value: str) -> TaskDecisionDecision:
    if value in TASK_DECISION_DECISION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TASK_DECISION_DECISION_VALUES!r}")
