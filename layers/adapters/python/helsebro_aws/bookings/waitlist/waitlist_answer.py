"""A waitlist entry in answers to the member."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.bookings.waitlist.entry import EntryStatus
from helsebro.bookings.waitlist.entry_end import EndedBecause
from helsebro_aws.bookings.places.session_place_answer import SessionPlaceAnswer
from helsebro_aws.calendars.slot_answer import EndsAt, LateFromShown, NoticeHoursShown, ServiceShown, StartsAt
from helsebro_aws.http.fields.ids import (
    BookingIdField,
    ClaimIdField,
    ClinicIdField,
    GuaranteeIdField,
    HoldIdField,
    PractitionerIdField,
    SlotIdField,
    WaitlistIdField,
)
from helsebro_aws.http.fields.shown import DayShown, InstantShown


class SlotOfferAnswer(SessionPlaceAnswer):
    """A slot that became free and is held for the member."""

    slotId: SlotIdField
    holdId: HoldIdField
    practitionerId: PractitionerIdField
    clinicId: ClinicIdField
    service: ServiceShown
    startsAt: StartsAt
    endsAt: EndsAt
    expiresAt: Annotated[InstantShown, Field(description="When it is offered to the next member.")]
    noticeHours: NoticeHoursShown
    lateFrom: LateFromShown


class WaitlistEntryAnswer(TypedDict):
    """A place on the waitlist for slots that become free."""

    waitlistId: WaitlistIdField
    guaranteeId: GuaranteeIdField
    claimId: ClaimIdField
    practitionerId: NotRequired[PractitionerIdField]
    service: NotRequired[ServiceShown]
    earliest: Annotated[DayShown, Field(description="The first day that suits the member.")]
    latest: Annotated[DayShown, Field(description="The last day that suits.")]
    status: Annotated[
        EntryStatus,
        Field(
            description="`waiting` for a slot; `offered` while `offer` can be accepted; `booked` after that; "
            "`ended` by the member, or as `endedBecause` says."
        ),
    ]
    joinedAt: Annotated[InstantShown, Field(description="When it was made.")]
    offersLeft: Annotated[
        int,
        Field(
            ge=0,
            description="How many more offers may be declined or missed before the entry ends.",
            examples=[3],
        ),
    ]
    offer: NotRequired[SlotOfferAnswer]
    bookingId: NotRequired[BookingIdField]
    endedBecause: NotRequired[
        Annotated[EndedBecause, Field(description="Why it ended; absent unless it has ended.")]
    ]
