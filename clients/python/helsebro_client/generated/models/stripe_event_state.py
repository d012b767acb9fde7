from typing import Literal

StripeEventState = Literal["ignored", "received", "repeated"]

STRIPE_EVENT_STATE_VALUES: set[StripeEventState] = {
    "ignored",
    "received",
    "repeated",
}


def check_stripe_event_state(value: str) -> StripeEventState:
    if value in STRIPE_EVENT_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STRIPE_EVENT_STATE_VALUES!r}")
