from typing import Literal

PaymentFileWay = Literal["bank", "stripe"]

PAYMENT_FILE_WAY_VALUES: set[PaymentFileWay] = {
    "bank",
    "stripe",
}


def check_payment_file_way(value: str) -> PaymentFileWay:
    if value in PAYMENT_FILE_WAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_FILE_WAY_VALUES!r}")
