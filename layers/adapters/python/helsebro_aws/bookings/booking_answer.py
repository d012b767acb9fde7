"""A booking in answers to the person, to staff and to the clinic."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.bookings.booking import BookingStatus, CancelledBy
from helsebro.bookings.change_reason import ChangeReason
from helsebro.bookings.owed_time import WhyOwed
from helsebro_aws.bookings.places.session_place_answer import SessionPlaceAnswer
from helsebro_aws.calendars.slot_answer import AddressKeyOfSession, EndsAt, ServiceShown, StartsAt
from helsebro_aws.http.fields.ids import (
    BookingIdField,
    ClaimIdField,
    ClinicIdField,
    GuaranteeIdField,
    PractitionerIdField,
    SlotIdField,
)
from helsebro_aws.http.fields.shown import InstantShown, MoneyAnswer
from helsebro_aws.network.address_answer import AddressAnswer


class OwedTimeAnswer(TypedDict):
    """A time that the member pays the clinic for."""

    startsAt: NotRequired[
        Annotated[InstantShown, Field(description="When it was to start; absent where that was not kept.")]
    ]
    service: ServiceShown
    because: Annotated[
        WhyOwed,
        Field(description="Whether it was moved or cancelled after its `lateFrom`, or missed."),
    ]


class BookingAnswer(SessionPlaceAnswer):
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
    addressKey: NotRequired[AddressKeyOfSession]
    address: NotRequired[
        Annotated[
            AddressAnswer,
            Field(
                description="Where the session is. It stays what it was when it was booked, until the clinic "
                "moves: then the member is told. Absent for a booking from before addresses were kept."
            ),
        ]
    ]
    status: Annotated[
        BookingStatus,
        Field(description="`held` and `missed` are what the clinic reported about the session."),
    ]
    bookedAt: Annotated[InstantShown, Field(description="When it was booked.")]
    noticeHours: Annotated[
        int,
        Field(
            description="The clinic's notice window when the session was booked, in hours before its start.",
            examples=[24],
        ),
    ]
    lateFrom: Annotated[
        InstantShown,
        Field(
            description="The start less the notice window. The member pays the clinic for a session that is "
            "cancelled or moved later than that, or missed; the payer does not. After a move it is that of "
            "the new time: what an earlier move cost stays due (`owedTimes`)."
        ),
    ]
    paidByMember: Annotated[
        bool,
        Field(
            description="Whether the member pays the clinic for the session: it was missed or cancelled "
            "late. `owedTimes` has what late moves left, too.",
            examples=[False],
        ),
    ]
    reason: NotRequired[
        Annotated[
            ChangeReason,
            Field(
                description="Why it was last moved or cancelled; absent when no one said.",
                examples=["prevented"],
            ),
        ]
    ]
    cancelledAt: NotRequired[
        Annotated[InstantShown, Field(description="When it was cancelled; absent otherwise.")]
    ]
    cancelledBy: NotRequired[
        Annotated[
            CancelledBy,
            Field(
                description="Who cancelled it: `payer` when the guarantee was revoked. Absent unless it is "
                "cancelled."
            ),
        ]
    ]
    movedFrom: NotRequired[
        Annotated[
            InstantShown,
            Field(
                description="The start that it had before it was last moved: there a calendar may still have "
                "it. Absent for a booking that was never moved."
            ),
        ]
    ]
    movedLate: NotRequired[
        Annotated[
            bool,
            Field(
                description="Whether the member ever moved it after `lateFrom`, and so pays the clinic for "
                "a time that it had. Absent for a booking that was never moved.",
                examples=[False],
            ),
        ]
    ]
    lateCancellation: NotRequired[
        Annotated[
            bool,
            Field(
                description="Whether the member cancelled it, or moves it with this call, after `lateFrom`. "
                "The member pays for a late cancellation. Absent for other bookings."
            ),
        ]
    ]
    owedTimes: NotRequired[
        Annotated[
            list[OwedTimeAnswer],
            Field(
                description="Each time that the member pays the clinic for, the first that was given up "
                "first. The clinic sends the bill. Absent when there is none."
            ),
        ]
    ]
    memberPays: NotRequired[
        Annotated[
            MoneyAnswer,
            Field(
                description="What the member pays the clinic: the price under the guarantee of each time "
                "that was missed, or that a cancellation or a move gave up too late. Only when there is one "
                "and its price is known; absent in lists, and for a clinic."
            ),
        ]
    ]
