"""A booking in answers to the person, to staff and to the clinic."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.bookings.booking import BookingStatus, CancelledBy
from helsebro_aws.calendars.slot_answer import EndsAt, ServiceShown, StartsAt
from helsebro_aws.http.fields.ids import (
    BookingIdField,
    ClaimIdField,
    ClinicIdField,
    GuaranteeIdField,
    PractitionerIdField,
    SlotIdField,
)
from helsebro_aws.http.fields.shown import InstantShown


class BookingAnswer(TypedDict):
    """A booked session under a guarantee."""

    bookingId: BookingIdField
    guaranteeId: GuaranteeIdField
    claimId: ClaimIdField
    clinicId: ClinicIdField
    practitionerId: PractitionerIdField
    slotId: SlotIdField
    service: ServiceShown
    startsAt: StartsAt
    endsAt: EndsAt
    status: Annotated[
        BookingStatus,
        Field(description="`held` and `missed` are what the clinic reported about the session."),
    ]
    bookedAt: Annotated[InstantShown, Field(description="When it was booked.")]
    cancelledAt: NotRequired[
        Annotated[InstantShown, Field(description="When it was cancelled; absent otherwise.")]
    ]
    cancelledBy: NotRequired[
        Annotated[CancelledBy, Field(description="Who cancelled it; absent unless it is cancelled.")]
    ]
    lateCancellation: NotRequired[
        Annotated[
            bool,
            Field(
                description="Whether the member cancelled it, or moves it with this call, less than 24 hours "
                "before its start. A late cancellation is paid by the member. Absent for other bookings."
            ),
        ]
    ]
