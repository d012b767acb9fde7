from typing import Literal

EvidenceOtherInsurerType1 = Literal["limits", "none", "paid-in-full", "reported", "unreported"]

EVIDENCE_OTHER_INSURER_TYPE_1_VALUES: set[EvidenceOtherInsurerType1] = {
    "limits",
    "none",
    "paid-in-full",
    "reported",
    "unreported",
}


def check_evidence_other_insurer_type_1(value: str) -> EvidenceOtherInsurerType1:
    if value in EVIDENCE_OTHER_INSURER_TYPE_1_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVIDENCE_OTHER_INSURER_TYPE_1_VALUES!r}")
