from typing import Literal

CaseFactAnswerKind = Literal["amount", "choice", "date", "number", "paper", "text", "yes-no"]

CASE_FACT_ANSWER_KIND_VALUES: set[CaseFactAnswerKind] = {
    "amount",
    "choice",
    "date",
    "number",
    "paper",
    "text",
    "yes-no",
}


def check_case_fact_answer_kind(value: str) -> CaseFactAnswerKind:
    if value in CASE_FACT_ANSWER_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CASE_FACT_ANSWER_KIND_VALUES!r}")
