from typing import Literal

WholePaymentFileWay = Literal["bank", "stripe"]

WHOLE_PAYMENT_FILE_WAY_VALUES: set[WholePaymentFileWay] = {
    "bank",
    "stripe",
}


def check_whole_payment_file_way(value: str) -> WholePaymentFileWay:
    if value in WHOLE_PAYMENT_FILE_WAY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WHOLE_PAYMENT_FILE_WAY_VALUES!r}")
