from typing import Literal

NewEndpointEventsItem = Literal[
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

NEW_ENDPOINT_EVENTS_ITEM_VALUES: set[NewEndpointEventsItem] = {
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


def check_new_endpoint_events_item(value: str) -> NewEndpointEventsItem:
    if value in NEW_ENDPOINT_EVENTS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_ENDPOINT_EVENTS_ITEM_VALUES!r}")
