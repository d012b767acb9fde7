from typing import Literal

EvidenceReferral = Literal["none", "own-doctor", "physiotherapy", "recommendation", "specialist"]

EVIDENCE_REFERRAL_VALUES: set[EvidenceReferral] = {
    "none",
    "own-doctor",
    "physiotherapy",
    "recommendation",
    "specialist",
}


def check_evidence_referral(value: str) -> EvidenceReferral:
    if value in EVIDENCE_REFERRAL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {EVIDENCE_REFERRAL_VALUES!r}")
