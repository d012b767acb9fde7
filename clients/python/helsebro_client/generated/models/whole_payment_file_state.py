from typing import Literal

WholePaymentFileState = Literal[
    "cancelled", "cancelling", "drafted", "drafting", "released", "sent", "settled"
]

WHOLE_PAYMENT_FILE_STATE_VALUES: set[WholePaymentFileState] = {
    "cancelled",
    "cancelling",
    "drafted",
    "drafting",
    "released",
    "sent",
    "settled",
}


def check_whole_payment_file_state(value: str) -> WholePaymentFileState:
    if value in WHOLE_PAYMENT_FILE_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WHOLE_PAYMENT_FILE_STATE_VALUES!r}")
