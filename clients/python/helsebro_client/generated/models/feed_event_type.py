from typing import Literal

FeedEventType = Literal[
    "booking.cancelled",
    "booking.created",
    "booking.rescheduled",
    "consent.withdrawn",
    "contact.due",
    "contract.ended",
    "guarantee.extended",
    "guarantee.extension-denied",
    "guarantee.issued",
    "guarantee.revoked",
    "invoice.accepted",
    "invoice.in-review",
    "invoice.rejected",
    "match.ended",
    "payment.sent",
]

FEED_EVENT_TYPE_VALUES: set[FeedEventType] = {
    "booking.cancelled",
    "booking.created",
    "booking.rescheduled",
    "consent.withdrawn",
    "contact.due",
    "contract.ended",
    "guarantee.extended",
    "guarantee.extension-denied",
    "guarantee.issued",
    "guarantee.revoked",
    "invoice.accepted",
    "invoice.in-review",
    "invoice.rejected",
    "match.ended",
    "payment.sent",
}


def check_feed_event_type(value: str) -> FeedEventType:
    if value in FEED_EVENT_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FEED_EVENT_TYPE_VALUES!r}")
