from typing import Literal

SignedContractStatus = Literal["active", "applied", "ended"]

SIGNED_CONTRACT_STATUS_VALUES: set[SignedContractStatus] = {
    "active",
    "applied",
    "ended",
}


def check_signed_contract_status(value: str) -> SignedContractStatus:
    if value in SIGNED_CONTRACT_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIGNED_CONTRACT_STATUS_VALUES!r}")
