from typing import Literal

PaymentFileState = Literal["cancelled", "cancelling", "drafted", "drafting", "released", "sent", "settled"]

PAYMENT_FILE_STATE_VALUES: set[PaymentFileState] = {
    "cancelled",
    "cancelling",
    "drafted",
    "drafting",
    "released",
    "sent",
    "settled",
}


def check_payment_file_state(value: str) -> PaymentFileState:
    if value in PAYMENT_FILE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_FILE_STATE_VALUES!r}")
