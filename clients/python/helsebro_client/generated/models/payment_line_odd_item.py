from typing import Literal

PaymentLineOddItem = Literal["first-payment", "new-account", "same-amount-twice", "twice-the-usual"]

PAYMENT_LINE_ODD_ITEM_VALUES: set[PaymentLineOddItem] = {
    "first-payment",
    "new-account",
    "same-amount-twice",
    "twice-the-usual",
}


def check_payment_line_odd_item(value: str) -> PaymentLineOddItem:
    if value in PAYMENT_LINE_ODD_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_LINE_ODD_ITEM_VALUES!r}")
