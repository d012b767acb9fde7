from typing import Literal

NotificationState = Literal[
    "bounced", "complained", "delivered", "failed", "planned", "sending", "sent", "withdrawn"
]

NOTIFICATION_STATE_VALUES: set[NotificationState] = {
    "bounced",
    "complained",
    "delivered",
    "failed",
    "planned",
    "sending",
    "sent",
    "withdrawn",
}


def check_notification_state(value: str) -> NotificationState:
    if value in NOTIFICATION_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTIFICATION_STATE_VALUES!r}")
