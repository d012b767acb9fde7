from typing import Literal

FormFactAnswerKind = Literal["amount", "choice", "date", "number", "paper", "text", "yes-no"]

FORM_FACT_ANSWER_KIND_VALUES: set[FormFactAnswerKind] = {
    "amount",
    "choice",
    "date",
    "number",
    "paper",
    "text",
    "yes-no",
}


def check_form_fact_answer_kind(value: str) -> FormFactAnswerKind:
    if value in FORM_FACT_ANSWER_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FORM_FACT_ANSWER_KIND_VALUES!r}")
