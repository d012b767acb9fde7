from typing import Literal

GuaranteeSettlement = Literal["direct", "refund"]

GUARANTEE_SETTLEMENT_VALUES: set[GuaranteeSettlement] = {
    "direct",
    "refund",
}


def check_guarantee_settlement(value: str) -> GuaranteeSettlement:
    if value in GUARANTEE_SETTLEMENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GUARANTEE_SETTLEMENT_VALUES!r}")
