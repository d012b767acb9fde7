from typing import Literal

PaymentFileBegunState = Literal[
    "cancelled", "cancelling", "drafted", "drafting", "released", "sent", "settled"
]

PAYMENT_FILE_BEGUN_STATE_VALUES: set[PaymentFileBegunState] = {
    "cancelled",
    "cancelling",
    "drafted",
    "drafting",
    "released",
    "sent",
    "settled",
}


def check_payment_file_begun_state(value: str) -> PaymentFileBegunState:
    if value in PAYMENT_FILE_BEGUN_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_FILE_BEGUN_STATE_VALUES!r}")
