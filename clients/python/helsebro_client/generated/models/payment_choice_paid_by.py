from typing import Literal

PaymentChoicePaidBy = Literal["invoice", "session"]

PAYMENT_CHOICE_PAID_BY_VALUES: set[PaymentChoicePaidBy] = {
    "invoice",
    "session",
}


def check_payment_choice_paid_by(value: str) -> PaymentChoicePaidBy:
    if value in PAYMENT_CHOICE_PAID_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PAYMENT_CHOICE_PAID_BY_VALUES!r}")
