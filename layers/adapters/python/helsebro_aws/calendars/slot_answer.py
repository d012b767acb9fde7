"""Slots in answers, without any data on who has a slot."""

from __future__ import annotations

from typing import Annotated, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from helsebro.network.consultation import Consultation
from helsebro_aws.http.fields.ids import PractitionerIdField, SlotIdField
from helsebro_aws.http.fields.shown import InstantShown

ServiceShown = Annotated[
    Consultation, Field(description="The kind of session: the first one of a course, or a follow-up.")
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


class SlotAnswer(TypedDict):
    """A slot that can be booked."""

    slotId: SlotIdField
    practitionerId: PractitionerIdField
    service: ServiceShown
    startsAt: StartsAt
    endsAt: EndsAt
    addressKey: NotRequired[AddressKeyOfSession]


class FirstFreeSlotAnswer(TypedDict):
    """The first slot of a practitioner that can be booked."""

    slotId: SlotIdField
    startsAt: StartsAt
