from typing import Literal

ClaimReportedBy = Literal["caseworker", "guardian", "holder", "member"]

CLAIM_REPORTED_BY_VALUES: set[ClaimReportedBy] = {
    "caseworker",
    "guardian",
    "holder",
    "member",
}


def check_claim_reported_by(value: str) -> ClaimReportedBy:
    if value in CLAIM_REPORTED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLAIM_REPORTED_BY_VALUES!r}")
