"""Slots in answers, without any data on who has a slot."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.network.consultation import Service
from helsebro_aws.http.fields.ids import PractitionerIdField, SlotIdField
from helsebro_aws.http.fields.shown import InstantShown

ServiceShown = Annotated[
    Service,
    Field(
        description="The kind of session: the first one of a course, a follow-up, or in crisis help the "
        "debriefing by phone."
    ),
]
StartsAt = Annotated[InstantShown, Field(description="When the session starts.")]
AddressKeyOfSession = Annotated[
    str,
    Field(
        description="Which of the practitioner's `addresses` it is at; absent for the first one.",
        examples=["aarhus"],
    ),
]
EndsAt = Annotated[InstantShown, Field(description="When the session ends.")]


NoticeHoursShown = Annotated[
    int,
    Field(
        description="The clinic's notice window now, in hours before the start of a session.", examples=[24]
    ),
]
LateFromShown = Annotated[
    InstantShown,
    Field(
        description="The start less the notice window: the member pays the clinic for a session that is "
        "cancelled or moved later than that, or missed. It may have passed already."
    ),
]


class SlotAnswer(TypedDict):
    """A slot that can be booked."""

    slotId: SlotIdField
    practitionerId: PractitionerIdField
    service: ServiceShown
    startsAt: StartsAt
    endsAt: EndsAt
    addressKey: NotRequired[AddressKeyOfSession]
    noticeHours: NotRequired[NoticeHoursShown]
    lateFrom: NotRequired[LateFromShown]


class FirstFreeSlotAnswer(TypedDict):
    """The first slot of a practitioner that can be booked."""

    slotId: SlotIdField
    startsAt: StartsAt
    noticeHours: NotRequired[NoticeHoursShown]
    lateFrom: NotRequired[LateFromShown]
