from typing import Literal

NotificationLetter = Literal["posted", "printed", "queued", "returned"]

NOTIFICATION_LETTER_VALUES: set[NotificationLetter] = {
    "posted",
    "printed",
    "queued",
    "returned",
}


def check_notification_letter(value: str) -> NotificationLetter:
    if value in NOTIFICATION_LETTER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTIFICATION_LETTER_VALUES!r}")
