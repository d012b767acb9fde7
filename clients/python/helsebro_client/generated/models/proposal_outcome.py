from typing import Literal

ProposalOutcome = Literal["covered", "needs-evidence", "not-covered", "refer"]

PROPOSAL_OUTCOME_VALUES: set[ProposalOutcome] = {
    "covered",
    "needs-evidence",
    "not-covered",
    "refer",
}


def check_proposal_outcome(value: str) -> ProposalOutcome:
    if value in PROPOSAL_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROPOSAL_OUTCOME_VALUES!r}")
