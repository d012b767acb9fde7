from typing import Literal

OpenDeadlineKind = Literal[
    "assignment",
    "clinic-consent-expiry",
    "coming-of-age",
    "complaint",
    "consent-expiry",
    "consultation",
    "contact",
    "contract-expiry",
    "crisis-contact",
    "crisis-end",
    "crisis-start",
    "document-reply",
    "enquiry-reply",
    "extension",
    "first-answer",
    "general-consent-expiry",
    "guarantee-expiry",
    "message-reply",
    "network-contact-consent-expiry",
    "notice-answer",
    "payout",
    "practitioner-unverified",
    "premium-reminder",
    "refund",
    "run-off",
]

OPEN_DEADLINE_KIND_VALUES: set[OpenDeadlineKind] = {
    "assignment",
    "clinic-consent-expiry",
    "coming-of-age",
    "complaint",
    "consent-expiry",
    "consultation",
    "contact",
    "contract-expiry",
    "crisis-contact",
    "crisis-end",
    "crisis-start",
    "document-reply",
    "enquiry-reply",
    "extension",
    "first-answer",
    "general-consent-expiry",
    "guarantee-expiry",
    "message-reply",
    "network-contact-consent-expiry",
    "notice-answer",
    "payout",
    "practitioner-unverified",
    "premium-reminder",
    "refund",
    "run-off",
}


def check_open_deadline_kind(value: str) -> OpenDeadlineKind:
    if value in OPEN_DEADLINE_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OPEN_DEADLINE_KIND_VALUES!r}")
