from typing import Literal

ListClaimsStatus = Literal["approved", "awaiting-member", "clarifying", "closed", "denied", "in-review"]

LIST_CLAIMS_STATUS_VALUES: set[ListClaimsStatus] = {
    "approved",
    "awaiting-member",
    "clarifying",
    "closed",
    "denied",
    "in-review",
}


def check_list_claims_status(value: str) -> ListClaimsStatus:
    if value in LIST_CLAIMS_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_CLAIMS_STATUS_VALUES!r}")
