from typing import Literal

NewPaymentFileCurrencyType0 = Literal["DKK", "NOK"]

NEW_PAYMENT_FILE_CURRENCY_TYPE_0_VALUES: set[NewPaymentFileCurrencyType0] = {
    "DKK",
    "NOK",
}


def check_new_payment_file_currency_type_0(value: str) -> NewPaymentFileCurrencyType0:
    if value in NEW_PAYMENT_FILE_CURRENCY_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {NEW_PAYMENT_FILE_CURRENCY_TYPE_0_VALUES!r}"
    )
