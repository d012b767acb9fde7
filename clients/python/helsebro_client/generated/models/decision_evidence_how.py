from typing import Literal

DecisionEvidenceHow = Literal["letter", "phone"]

DECISION_EVIDENCE_HOW_VALUES: set[DecisionEvidenceHow] = {
    "letter",
    "phone",
}


def check_decision_evidence_how(value: str) -> DecisionEvidenceHow:
    if value in DECISION_EVIDENCE_HOW_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DECISION_EVIDENCE_HOW_VALUES!r}")
