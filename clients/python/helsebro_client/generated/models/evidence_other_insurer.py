from typing import Literal

EvidenceOtherInsurer = Literal["limits", "none", "paid-in-full", "reported", "unreported"]

EVIDENCE_OTHER_INSURER_VALUES: set[EvidenceOtherInsurer] = {
    "limits",
    "none",
    "paid-in-full",
    "reported",
    "unreported",
}


def check_evidence_other_insurer(value: str) -> EvidenceOtherInsurer:
    if value in EVIDENCE_OTHER_INSURER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVIDENCE_OTHER_INSURER_VALUES!r}")
