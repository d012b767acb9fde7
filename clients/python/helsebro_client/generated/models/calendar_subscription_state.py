from typing import Literal

CalendarSubscriptionState = Literal["failing", "read", "waiting"]

CALENDAR_SUBSCRIPTION_STATE_VALUES: set[CalendarSubscriptionState] = {
    "failing",
    "read",
    "waiting",
}


def check_calendar_subscription_state(value: str) -> CalendarSubscriptionState:
    if value in CALENDAR_SUBSCRIPTION_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CALENDAR_SUBSCRIPTION_STATE_VALUES!r}")
