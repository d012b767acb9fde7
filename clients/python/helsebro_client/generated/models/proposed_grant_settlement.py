from typing import Literal

ProposedGrantSettlement = Literal["direct", "refund"]

PROPOSED_GRANT_SETTLEMENT_VALUES: set[ProposedGrantSettlement] = {
    "direct",
    "refund",
}


def check_proposed_grant_settlement(value: str) -> ProposedGrantSettlement:
    if value in PROPOSED_GRANT_SETTLEMENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PROPOSED_GRANT_SETTLEMENT_VALUES!r}")
