from typing import Literal

CalendarSubscriptionFaultType0 = Literal[
    "address-refused",
    "certificate",
    "no-answer",
    "not-a-calendar",
    "not-found",
    "not-understood",
    "redirect",
    "refused",
    "server-fault",
    "too-large",
    "too-many-events",
    "unreachable",
]

CALENDAR_SUBSCRIPTION_FAULT_TYPE_0_VALUES: set[CalendarSubscriptionFaultType0] = {
    "address-refused",
    "certificate",
    "no-answer",
    "not-a-calendar",
    "not-found",
    "not-understood",
    "redirect",
    "refused",
    "server-fault",
    "too-large",
    "too-many-events",
    "unreachable",
}


def check_calendar_subscription_fault_type_0(value: str) -> CalendarSubscriptionFaultType0:
    if value in CALENDAR_SUBSCRIPTION_FAULT_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CALENDAR_SUBSCRIPTION_FAULT_TYPE_0_VALUES!r}"
    )
