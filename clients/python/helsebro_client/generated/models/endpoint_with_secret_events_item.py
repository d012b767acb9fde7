from typing import Literal

EndpointWithSecretEventsItem = Literal[
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

ENDPOINT_WITH_SECRET_EVENTS_ITEM_VALUES: set[EndpointWithSecretEventsItem] = {
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


def check_endpoint_with_secret_events_item(value: str) -> EndpointWithSecretEventsItem:
    if value in ENDPOINT_WITH_SECRET_EVENTS_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ENDPOINT_WITH_SECRET_EVENTS_ITEM_VALUES!r}"
    )
