from typing import Literal

EndpointEventsItem = Literal[
    "*",
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

ENDPOINT_EVENTS_ITEM_VALUES: set[EndpointEventsItem] = {
    "*",
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


def check_endpoint_events_item(value: str) -> EndpointEventsItem:
    if value in ENDPOINT_EVENTS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ENDPOINT_EVENTS_ITEM_VALUES!r}")
