"""The data of the events of a practitioner's calendar: slots to publish and to withdraw."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from helsebro.calendars.publication import MOST_SLOTS
from helsebro.calendars.slot import LONGEST, SHORTEST
from helsebro.network.service import Service
from helsebro_aws.clinic_systems.event_data import ClinicKey, EventData, PractitionerKeyField, SlotKeyField
from helsebro_aws.http.fields.instant import Instant


class PublishedSlot(EventData):
    """One slot, under the clinic system's own key."""

    key: SlotKeyField
    starts_at: Annotated[Instant, Field(description="When the session starts.")]
    ends_at: Annotated[
        Instant, Field(description="When the session ends, 5 minutes to 12 hours after its start.")
    ]
    service: Annotated[
        Service, Field(description="The kind of session: the first one of a course, or a follow-up.")
    ]

    @model_validator(mode="after")
    def _has_a_length(self) -> PublishedSlot:
        if not timedelta() < self.ends_at - self.starts_at:
            raise PydanticCustomError("slot-ends-before-it-starts", "")
        if not SHORTEST <= self.ends_at - self.starts_at <= LONGEST:
            raise PydanticCustomError("slot-length", "")
        return self


class SlotsPublished(EventData):
    """Free slots of one practitioner; each key and minute stands there once."""

    practitioner_key: PractitionerKeyField
    slots: Annotated[
        tuple[PublishedSlot, ...], Field(max_length=MOST_SLOTS, description="The slots, at least one.")
    ]

    @model_validator(mode="after")
    def _has_no_doubles(self) -> SlotsPublished:
        if not self.slots:
            raise PydanticCustomError("no-slots", "")
        if len({slot.key for slot in self.slots}) < len(self.slots):
            raise PydanticCustomError("slot-key-twice", "")
        in_order = sorted(self.slots, key=lambda slot: slot.starts_at)
        if any(slot.ends_at > following.starts_at for slot, following in pairwise(in_order)):
            raise PydanticCustomError("slot-overlaps", "")
        return self


class WithdrawnSlot(EventData):
    """A slot to withdraw: its key is enough; the other published fields may be repeated."""

    key: SlotKeyField
    starts_at: Annotated[Instant | None, Field(description="When the session starts. Not read.")] = None
    ends_at: Annotated[Instant | None, Field(description="When the session ends. Not read.")] = None
    service: Annotated[Service | None, Field(description="The kind of session. Not read.")] = None


class SlotsWithdrawn(EventData):
    """Slots that the clinic withdraws, as ``slots`` or only their ``keys``; at least one."""

    practitioner_key: PractitionerKeyField
    slots: Annotated[
        tuple[WithdrawnSlot, ...], Field(max_length=MOST_SLOTS, description="The slots, as published.")
    ] = ()
    keys: Annotated[
        tuple[ClinicKey, ...],
        Field(max_length=MOST_SLOTS, description="The keys of the slots.", examples=[["slot-1"]]),
    ] = ()

    @model_validator(mode="after")
    def _names_some(self) -> SlotsWithdrawn:
        if not self.slots and not self.keys:
            raise PydanticCustomError("no-slots", "")
        return self

    @property
    def places(self) -> dict[str, str]:
        """Every key once, with where it first stands in the data."""
        named = [(slot.key, f"/slots/{index}/key") for index, slot in enumerate(self.slots)]
        named += [(key, f"/keys/{index}") for index, key in enumerate(self.keys)]
        places: dict[str, str] = {}
        for key, place in named:
            places.setdefault(key, place)
        return places
