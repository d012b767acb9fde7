from typing import Literal

NextStepKind = Literal[
    "answer",
    "book",
    "choice",
    "complaint",
    "consent",
    "correction",
    "court",
    "evidence",
    "extension",
    "medical-advice",
    "other-insurer",
    "paper",
    "payment",
    "public-help",
    "refund",
    "report",
    "review",
    "waiting",
]

NEXT_STEP_KIND_VALUES: set[NextStepKind] = {
    "answer",
    "book",
    "choice",
    "complaint",
    "consent",
    "correction",
    "court",
    "evidence",
    "extension",
    "medical-advice",
    "other-insurer",
    "paper",
    "payment",
    "public-help",
    "refund",
    "report",
    "review",
    "waiting",
}


def check_next_step_kind(value: str) -> NextStepKind:
    if value in NEXT_STEP_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEXT_STEP_KIND_VALUES!r}")
