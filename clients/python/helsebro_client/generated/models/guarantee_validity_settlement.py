from typing import Literal

GuaranteeValiditySettlement = Literal["direct", "refund"]

GUARANTEE_VALIDITY_SETTLEMENT_VALUES: set[GuaranteeValiditySettlement] = {
    "direct",
    "refund",
}


def check_guarantee_validity_settlement(value: str) -> GuaranteeValiditySettlement:
    if value in GUARANTEE_VALIDITY_SETTLEMENT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {GUARANTEE_VALIDITY_SETTLEMENT_VALUES!r}")
