from typing import Literal

AlternativeSettlementType0 = Literal["direct", "refund"]

ALTERNATIVE_SETTLEMENT_TYPE_0_VALUES: set[AlternativeSettlementType0] = {
    "direct",
    "refund",
}


def check_alternative_settlement_type_0(value: str) -> AlternativeSettlementType0:
    if value in ALTERNATIVE_SETTLEMENT_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ALTERNATIVE_SETTLEMENT_TYPE_0_VALUES!r}")
