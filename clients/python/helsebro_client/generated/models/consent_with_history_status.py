from typing import Literal

ConsentWithHistoryStatus = Literal["expired", "given", "refused", "undecided", "withdrawn"]

CONSENT_WITH_HISTORY_STATUS_VALUES: set[ConsentWithHistoryStatus] = {
    "expired",
    "given",
    "refused",
    "undecided",
    "withdrawn",
}


def check_consent_with_history_status(value: str) -> ConsentWithHistoryStatus:
    if value in CONSENT_WITH_HISTORY_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CONSENT_WITH_HISTORY_STATUS_VALUES!r}")
