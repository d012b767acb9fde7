from typing import Literal

DeliveryType = Literal[
    "booking.cancelled",
    "booking.created",
    "booking.rescheduled",
    "consent.withdrawn",
    "contact.due",
    "contract.ended",
    "endpoint.test",
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

DELIVERY_TYPE_VALUES: set[DeliveryType] = {
    "booking.cancelled",
    "booking.created",
    "booking.rescheduled",
    "consent.withdrawn",
    "contact.due",
    "contract.ended",
    "endpoint.test",
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


def check_delivery_type(value: str) -> DeliveryType:
    if value in DELIVERY_TYPE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DELIVERY_TYPE_VALUES!r}")
