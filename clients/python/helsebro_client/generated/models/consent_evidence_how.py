from typing import Literal

ConsentEvidenceHow = Literal["letter", "phone"]

CONSENT_EVIDENCE_HOW_VALUES: set[ConsentEvidenceHow] = {
    "letter",
    "phone",
}


def check_consent_evidence_how(value: str) -> ConsentEvidenceHow:
    if value in CONSENT_EVIDENCE_HOW_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_EVIDENCE_HOW_VALUES!r}")
