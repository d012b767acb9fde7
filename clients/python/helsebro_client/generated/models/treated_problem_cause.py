from typing import Literal

TreatedProblemCause = Literal["leisure", "unknown", "work"]

TREATED_PROBLEM_CAUSE_VALUES: set[TreatedProblemCause] = {
    "leisure",
    "unknown",
    "work",
}


def check_treated_problem_cause(value: str) -> TreatedProblemCause:
    if value in TREATED_PROBLEM_CAUSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TREATED_PROBLEM_CAUSE_VALUES!r}")
