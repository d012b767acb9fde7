"""What each outgoing event holds, as the OpenAPI document describes it: ids only, nothing personal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro_aws.http.fields.ids import (
    BookingIdField,
    ClaimIdField,
    ClinicIdField,
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


MatchedAt = Annotated[
    InstantShown,
    Field(
        description="When staff matched the client to the clinic. Absent when the guarantee was issued for "
        "the clinic."
    ),
]


class GuaranteeIssuedShape(GuaranteeEventShape):
    """The guarantee that the clinic has from now on. Read it with `GET /v1/guarantees/{guaranteeId}`."""

    matchedAt: NotRequired[MatchedAt]


class MatchEndedShape(GuaranteeEventShape):
    """The guarantee whose client the clinic treats no longer: it declined, or staff chose another."""

    clinicId: ClinicIdField
    practitionerId: NotRequired[PractitionerIdField]


class GuaranteeExtendedShape(TypedDict):
    """The guarantee that got more sessions or a later last day."""

    extensionId: ExtensionIdField
    guaranteeId: GuaranteeIdField
    claimId: ClaimIdField


class ExtensionDeniedShape(GuaranteeExtendedShape):
    """The guarantee that stays as it is. `askedExtensions` of the guarantee holds what was asked for."""


class BookingLinks(TypedDict):
    """Paths of this API."""

    booking: Annotated[
        str,
        Field(
            description="Where the booking is read; it names no person.",
            examples=["/v1/bookings/bkg_a2zt5pxlrqsc3dmkow7vyb4g"],
        ),
    ]


Links = Annotated[BookingLinks, Field(description="Where to read on.")]


class BookingEventShape(TypedDict):
    """The booking, and where it is read."""

    bookingId: BookingIdField
    guaranteeId: GuaranteeIdField
    claimId: ClaimIdField
    practitionerId: PractitionerIdField
    slotId: SlotIdField
    links: Links


MovedLate = Annotated[
    bool,
    Field(
        description="Whether the member moved it after `lateFrom`, and so pays the clinic for the time that "
        "it had before.",
        examples=[False],
    ),
]


MovedFrom = Annotated[
    InstantShown,
    Field(
        description="The start that it had before: there the clinic's calendar has it. With several moves, "
        "that of each event is the start before that move."
    ),
]


class BookingMovedShape(BookingEventShape):
    """The booking with its new slot, and where it is read."""

    movedLate: NotRequired[MovedLate]
    movedFrom: NotRequired[MovedFrom]


class ConsentWithdrawnShape(TypedDict):
    """The case that the consent covers no longer: pass on nothing more about it."""

    claimId: ClaimIdField


class InvoiceEventShape(TypedDict):
    """The invoice that was examined. Read it with `GET /v1/invoices/{invoiceId}`."""

    invoiceId: InvoiceIdField
    guaranteeId: NotRequired[GuaranteeIdField]
    payableId: NotRequired[PayableIdField]


SessionIds = Annotated[
    list[BookingIdField], Field(description="The sessions that it pays; empty when it pays none.")
]


class PaymentSentShape(TypedDict):
    """What was paid. Money that comes back later makes the invoice `accepted` again."""

    payableId: PayableIdField
    invoiceId: NotRequired[InvoiceIdField]
    guaranteeId: NotRequired[GuaranteeIdField]
    practitionerId: NotRequired[PractitionerIdField]
    bookingIds: SessionIds


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
    "guarantee.issued": (
        "A guarantee was issued to the clinic, or its client was matched to the clinic.",
        GuaranteeIssuedShape,
    ),
    "guarantee.extended": ("A guarantee got more sessions or a later last day.", GuaranteeExtendedShape),
    "guarantee.extension-denied": (
        "The payer denied the sessions that the clinic asked for. The member reads why.",
        ExtensionDeniedShape,
    ),
    "guarantee.revoked": (
        "A guarantee is revoked. Sessions held so far can be invoiced.",
        GuaranteeEventShape,
    ),
    "booking.created": ("A member booked a session.", BookingEventShape),
    "booking.rescheduled": ("A booking was moved to another slot.", BookingMovedShape),
    "booking.cancelled": ("A booking was cancelled.", BookingEventShape),
    "consent.withdrawn": (
        "A case may no longer be passed on to the clinic: the consent was withdrawn, or its year is over.",
        ConsentWithdrawnShape,
    ),
    "invoice.accepted": ("An invoice is accepted and will be paid.", InvoiceEventShape),
    "invoice.in-review": (
        "The payer's finance staff look at an invoice; the invoice lists what they decide.",
        InvoiceEventShape,
    ),
    "invoice.rejected": ("An invoice is rejected; the invoice lists every finding.", InvoiceEventShape),
    "payment.sent": ("The payer's bank has made a payment to the clinic.", PaymentSentShape),
    "contact.due": ("A client is not contacted yet, and the time for it is nearly over.", ContactDueShape),
    "contract.ended": ("The clinic's contract ends. Not sent yet: it comes with contracts.", OtherIds),
    "match.ended": (
        "A client is no longer matched to the clinic: delete what you noted of a client you never treated.",
        MatchEndedShape,
    ),
    "endpoint.test": ("A test message that the clinic asked for.", EndpointTestShape),
}
"""Type → its meaning, and the shape of its data."""
