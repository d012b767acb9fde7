from typing import Literal

NewPaymentChoicePaidBy = Literal["invoice", "session"]

NEW_PAYMENT_CHOICE_PAID_BY_VALUES: set[NewPaymentChoicePaidBy] = {
    "invoice",
    "session",
}


def check_new_payment_choice_paid_by(value: str) -> NewPaymentChoicePaidBy:
    if value in NEW_PAYMENT_CHOICE_PAID_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_PAYMENT_CHOICE_PAID_BY_VALUES!r}")
