from typing import Literal

MandateEvidenceHow = Literal["letter", "phone"]

MANDATE_EVIDENCE_HOW_VALUES: set[MandateEvidenceHow] = {
    "letter",
    "phone",
}


def check_mandate_evidence_how(value: str) -> MandateEvidenceHow:
    if value in MANDATE_EVIDENCE_HOW_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MANDATE_EVIDENCE_HOW_VALUES!r}")
