from typing import Literal

ProposedTreatmentOutcome = Literal["covered", "needs-evidence", "not-covered", "refer"]

PROPOSED_TREATMENT_OUTCOME_VALUES: set[ProposedTreatmentOutcome] = {
    "covered",
    "needs-evidence",
    "not-covered",
    "refer",
}


def check_proposed_treatment_outcome(value: str) -> ProposedTreatmentOutcome:
    if value in PROPOSED_TREATMENT_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROPOSED_TREATMENT_OUTCOME_VALUES!r}")
