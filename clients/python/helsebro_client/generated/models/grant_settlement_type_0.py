from typing import Literal

GrantSettlementType0 = Literal["direct", "refund"]

GRANT_SETTLEMENT_TYPE_0_VALUES: set[GrantSettlementType0] = {
    "direct",
    "refund",
}


def check_grant_settlement_type_0(value: str) -> GrantSettlementType0:
    if value in GRANT_SETTLEMENT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GRANT_SETTLEMENT_TYPE_0_VALUES!r}")
