from typing import Literal

NextStepKind = Literal[
    "choice", "complaint", "correction", "court", "evidence", "medical-advice", "public-help", "waiting"
]

NEXT_STEP_KIND_VALUES: set[NextStepKind] = {
    "choice",
    "complaint",
    "correction",
    "court",
    "evidence",
    "medical-advice",
    "public-help",
    "waiting",
}


def check_next_step_kind(value: str) -> NextStepKind:
    if value in NEXT_STEP_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEXT_STEP_KIND_VALUES!r}")
