from typing import Literal

SignedContractSignature = Literal["in-review", "signed"]

SIGNED_CONTRACT_SIGNATURE_VALUES: set[SignedContractSignature] = {
    "in-review",
    "signed",
}


def check_signed_contract_signature(value: str) -> SignedContractSignature:
    if value in SIGNED_CONTRACT_SIGNATURE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SIGNED_CONTRACT_SIGNATURE_VALUES!r}")
