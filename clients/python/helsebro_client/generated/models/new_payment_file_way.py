from typing import Literal

NewPaymentFileWay = Literal["bank", "stripe"]

NEW_PAYMENT_FILE_WAY_VALUES: set[NewPaymentFileWay] = {
    "bank",
    "stripe",
}


def check_new_payment_file_way(value: str) -> NewPaymentFileWay:
    if value in NEW_PAYMENT_FILE_WAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_PAYMENT_FILE_WAY_VALUES!r}")
