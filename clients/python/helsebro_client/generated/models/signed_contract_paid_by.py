from typing import Literal

SignedContractPaidBy = Literal["invoice", "session"]

SIGNED_CONTRACT_PAID_BY_VALUES: set[SignedContractPaidBy] = {
    "invoice",
    "session",
}


def check_signed_contract_paid_by(value: str) -> SignedContractPaidBy:
    if value in SIGNED_CONTRACT_PAID_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIGNED_CONTRACT_PAID_BY_VALUES!r}")
