"""What each outgoing event holds, as the OpenAPI document describes it: ids only, nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import (
    BookingIdField,
    ClaimIdField,
    EndpointIdField,
    ExtensionIdField,
    GuaranteeIdField,
    InvoiceIdField,
    PayableIdField,
    PractitionerIdField,
    SlotIdField,
)
from helsebro_aws.http.fields.shown import InstantShown


class GuaranteeEventShape(TypedDict):
    """The guarantee that was issued or revoked. Read it with `GET /v1/guarantees/{guaranteeId}`."""

    guaranteeId: GuaranteeIdField
    claimId: ClaimIdField


class GuaranteeExtendedShape(TypedDict):
    """The guarantee that got more sessions or a later last day."""

    extensionId: ExtensionIdField
    guaranteeId: GuaranteeIdField
    claimId: ClaimIdField


class BookingEventShape(TypedDict):
    """The booking. Read it with `GET /v1/bookings/{bookingId}`."""

    bookingId: BookingIdField
    guaranteeId: GuaranteeIdField
    claimId: ClaimIdField
    practitionerId: PractitionerIdField
    slotId: SlotIdField


class ConsentWithdrawnShape(TypedDict):
    """The case whose consent the member withdrew: pass on nothing more about it."""

    claimId: ClaimIdField


class InvoiceEventShape(TypedDict):
    """The invoice that was examined. Read it with `GET /v1/invoices/{invoiceId}`."""

    invoiceId: InvoiceIdField
    guaranteeId: NotRequired[GuaranteeIdField]
    payableId: NotRequired[PayableIdField]


ContactDueAt = Annotated[InstantShown, Field(description="Until when the client should be contacted.")]
ContactBy = Annotated[
    Literal["phone", "phone-or-sms"],
    Field(description="How: in crisis help by phone, else by phone or SMS.", examples=["phone-or-sms"]),
]


class ContactDueShape(TypedDict):
    """The guarantee whose client the clinic should contact soon."""

    guaranteeId: GuaranteeIdField
    claimId: ClaimIdField
    dueAt: ContactDueAt
    by: ContactBy


class EndpointTestShape(TypedDict):
    """The endpoint that the test message is sent to."""

    endpointId: EndpointIdField


OtherIds = Annotated[dict[str, Any], Field(description="The ids of what it is about.")]

SENT: Mapping[str, tuple[str, Any]] = {
    "guarantee.issued": ("A guarantee was issued to the clinic.", GuaranteeEventShape),
    "guarantee.extended": ("A guarantee got more sessions or a later last day.", GuaranteeExtendedShape),
    "guarantee.revoked": (
        "A guarantee is revoked. Sessions held so far can be invoiced.",
        GuaranteeEventShape,
    ),
    "booking.created": ("A member booked a session.", BookingEventShape),
    "booking.rescheduled": ("A booking was moved to another slot.", BookingEventShape),
    "booking.cancelled": ("A booking was cancelled.", BookingEventShape),
    "consent.withdrawn": ("A member withdrew the consent of a case.", ConsentWithdrawnShape),
    "invoice.accepted": ("An invoice is accepted and will be paid.", InvoiceEventShape),
    "invoice.rejected": ("An invoice is rejected; the invoice lists every finding.", InvoiceEventShape),
    "payment.sent": ("A payment is on its way. Not sent yet: it comes with payments.", OtherIds),
    "contact.due": ("A client is not contacted yet, and the time for it is nearly over.", ContactDueShape),
    "contract.ended": ("The clinic's contract ends. Not sent yet: it comes with contracts.", OtherIds),
    "endpoint.test": ("A test message that the clinic asked for.", EndpointTestShape),
}
"""Type → its meaning, and the shape of its data."""
