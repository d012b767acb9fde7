from typing import Literal

TaskReason = Literal[
    "authorisation-unverified",
    "bank-rows-unmatched",
    "calendar-unreadable",
    "deadline-missed",
    "enrolment-denied",
    "facts-changed",
    "guardian-unconfirmed",
    "invoice-in-review",
    "match-declined",
    "money-differs",
    "notification-undeliverable",
    "paper-arrived",
    "payment-differs",
    "payment-left-out",
    "payment-returned",
    "payout-not-covered",
    "payout-not-held",
    "payout-paid-before",
    "payout-without-account",
    "practitioner-left",
    "reconsidered",
    "referred-on",
    "second-look",
    "signatory-differs",
    "words-acute",
    "words-crisis",
    "workflow-failed",
]

TASK_REASON_VALUES: set[TaskReason] = {
    "authorisation-unverified",
    "bank-rows-unmatched",
    "calendar-unreadable",
    "deadline-missed",
    "enrolment-denied",
    "facts-changed",
    "guardian-unconfirmed",
    "invoice-in-review",
    "match-declined",
    "money-differs",
    "notification-undeliverable",
    "paper-arrived",
    "payment-differs",
    "payment-left-out",
    "payment-returned",
    "payout-not-covered",
    "payout-not-held",
    "payout-paid-before",
    "payout-without-account",
    "practitioner-left",
    "reconsidered",
    "referred-on",
    "second-look",
    "signatory-differs",
    "words-acute",
    "words-crisis",
    "workflow-failed",
}


def check_task_reason(value: str) -> TaskReason:
    if value in TASK_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TASK_REASON_VALUES!r}")
