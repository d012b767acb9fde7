"""The data of the events of a practitioner's calendar: slots to publish, to replace and to withdraw."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import Field, ValidationError

from helsebro.calendars.publication import LONGEST_SPAN, MOST_SLOTS
from helsebro.calendars.slot import LONGEST, SHORTEST
from helsebro.errors import Fault
from helsebro.local_day import local_day
from helsebro.network.consultation import DEBRIEFING, LONGEST_DEBRIEFING, SHORTEST_DEBRIEFING, Service
from helsebro_aws.clinic_systems.event_data import (
    AddressKeyOfSlot,
    ClinicKey,
    EventData,
    PractitionerKeyField,
    SlotKeyField,
)
from helsebro_aws.clinic_systems.slots.slot_clashes import clashes
from helsebro_aws.clinic_systems.slots.weekly_slots_shape import WeeklySlotsShape, too_far_ahead
from helsebro_aws.http.bodies import readable, row_faults
from helsebro_aws.http.fields.instant import Instant
from helsebro_aws.platform import clock


class PublishedSlot(EventData):
    """One slot, under the clinic system's own key."""

    key: SlotKeyField
    starts_at: Annotated[Instant, Field(description="When the session starts, at most 24 months ahead.")]
    ends_at: Annotated[
        Instant, Field(description="When the session ends, 5 minutes to 12 hours after its start.")
    ]
    service: Annotated[
        Service,
        Field(
            description="The kind of session: the first one of a course, a follow-up, or the debriefing by "
            "phone in crisis help, of 30 to 45 minutes."
        ),
    ]

    address_key: AddressKeyOfSlot = None

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of a slot: one that is too far ahead, and one of its length."""
        times = readable(cls, {name: sent[name] for name in ("startsAt", "endsAt") if name in sent})
        found = too_far_ahead("/startsAt", local_day(times["starts_at"])) if "starts_at" in times else []
        return [*found, *_of_length(times, sent.get("service"))]


def _of_length(times: Mapping[str, datetime], service: object) -> list[Fault]:
    """Returns the fault of a slot that ends before it starts, or that is too short or too long."""
    if len(times) < len(("starts_at", "ends_at")):
        return []
    length = times["ends_at"] - times["starts_at"]
    if length <= timedelta():
        return [Fault("", "slot-ends-before-it-starts", "")]
    if service == DEBRIEFING and not SHORTEST_DEBRIEFING <= length <= LONGEST_DEBRIEFING:
        return [Fault("", "debriefing-length", "")]
    return [] if SHORTEST <= length <= LONGEST else [Fault("", "slot-length", "")]


class PublishedCalendar(EventData):
    """Slots of one practitioner: by itself or repeated weekly; each key and minute stands there once."""

    practitioner_key: PractitionerKeyField
    slots: Annotated[
        tuple[PublishedSlot, ...], Field(max_length=MOST_SLOTS, description="Slots, each by itself.")
    ] = ()
    recurring: Annotated[
        tuple[WeeklySlotsShape, ...],
        Field(max_length=MOST_SLOTS, description="Slots of every week, by the practitioner's local time."),
    ] = ()

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults between slots. Slots in the past are faults only beside others.

        By themselves they are left out, and the rest of the message counts.
        """
        return [
            *row_faults(PublishedSlot, sent.get("slots"), "/slots"),
            *row_faults(WeeklySlotsShape, sent.get("recurring"), "/recurring"),
            *slot_faults(sent.get("slots"), clock.now()),
        ]


class SlotsPublished(PublishedCalendar):
    """Free slots of one practitioner, at least one."""

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults between slots, or that there are none."""
        if not sent.get("slots") and not sent.get("recurring"):
            return [Fault("", "no-slots", "")]
        return super().between(sent)


class SlotsReplaced(PublishedCalendar):
    """The whole calendar of a practitioner in a span: what it does not name is withdrawn, unless booked."""

    starts_at: Annotated[
        Instant, Field(alias="from", description="When the span begins.", examples=["2026-12-01T00:00:00Z"])
    ]
    ends_at: Annotated[
        Instant,
        Field(
            alias="to",
            description="When it ends, at most 92 days later. Slots begin before it.",
            examples=["2027-02-01T00:00:00Z"],
        ),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults between slots, and that of a span which is none or is too long."""
        return [*_faults_of_span(sent), *super().between(sent)]

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Its start and its end."""
        return self.starts_at, self.ends_at


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

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the fault of a message that names no slot."""
        return [] if sent.get("slots") or sent.get("keys") else [Fault("", "no-slots", "")]

    @property
    def places(self) -> dict[str, str]:
        """Every key once, with where it first stands in the data."""
        named = [(slot.key, f"/slots/{index}/key") for index, slot in enumerate(self.slots)]
        named += [(key, f"/keys/{index}") for index, key in enumerate(self.keys)]
        places: dict[str, str] = {}
        for key, place in named:
            places.setdefault(key, place)
        return places


def slot_faults(rows: Any, at: datetime) -> list[Fault]:
    """Returns the faults between slots as they were sent.

    When the message is refused for them or for a slot of its own, it also names the slots in the past.
    """
    if not isinstance(rows, list):
        return []
    read = [(f"/slots/{index}", slot) for index, row in enumerate(rows) if (slot := _readable(row))]
    faults = [*clashes(read)]
    if faults or len(read) < len(rows):
        faults += [Fault(place, "slot-in-the-past", "") for place, slot in read if slot.starts_at <= at]
    return faults


def _readable(row: Any) -> PublishedSlot | None:
    try:
        slot = PublishedSlot.model_validate(row)
        return None if PublishedSlot.between(row) else slot
    except ValidationError:
        return None


def _faults_of_span(sent: Mapping[str, Any]) -> list[Fault]:
    ends = readable(SlotsReplaced, {name: sent[name] for name in ("from", "to") if name in sent})
    if len(ends) < len(("from", "to")):
        return []
    length = ends["ends_at"] - ends["starts_at"]
    if length <= timedelta():
        return [Fault("", "span-ends-before-it-starts", "")]
    return [Fault("", "span-too-long", str(LONGEST_SPAN.days))] if length > LONGEST_SPAN else []
