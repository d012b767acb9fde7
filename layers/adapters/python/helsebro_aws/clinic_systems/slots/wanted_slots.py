"""The slots that a clinic's system wants in a calendar, with where each stands in the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from helsebro.calendars.publication import MOST_IN_ALL
from helsebro.calendars.slot import Slot
from helsebro.errors import BadInput, Fault
from helsebro.local_day import zone
from helsebro.network.practitioner import Practitioner
from helsebro_aws.clinic_systems.slots.slot_clashes import clashes


@dataclass(frozen=True)
class WantedSlot:
    """A slot, and its pointer in the data: a row of ``slots`` or of ``recurring``."""

    place: str
    slot: Slot


@dataclass(frozen=True)
class SlotRows:
    """The rows of ``slots.published`` or ``slots.replaced`` by their index, without those that have a fault
    of their own, and the span that is replaced."""

    slots: Mapping[int, Any]
    recurring: Mapping[int, Any]
    span: tuple[datetime, datetime] | None = None


def wanted_slots(data: Any, practitioner: Practitioner) -> list[WantedSlot]:
    """Returns the slots of ``slots.published`` or ``slots.replaced``, weekly ones day by day.

    Raises ``BadInput`` with every fault that hangs on the practitioner, on the span or on several slots.
    """
    rows = SlotRows(dict(enumerate(data.slots)), dict(enumerate(data.recurring)), getattr(data, "span", None))
    wanted, faults = read_slots(rows, practitioner)
    if faults:
        raise BadInput([*{(fault.pointer, fault.code, fault.detail): fault for fault in faults}.values()])
    return wanted


def read_slots(rows: SlotRows, practitioner: Practitioner) -> tuple[list[WantedSlot], list[Fault]]:
    """Returns the slots that rows stand for, and their faults."""
    if len(rows.slots) + sum(row.weekly.count for row in rows.recurring.values()) > MOST_IN_ALL:
        return [], [Fault("/data", "too-many", str(MOST_IN_ALL))]
    faults = _unknown_addresses(rows, practitioner)
    wanted = [*_single(rows, practitioner), *_weekly(rows, practitioner, faults)]
    faults += clashes([(f"/data{each.place}", each.slot) for each in wanted])
    return wanted, [*faults, *_outside(rows.span, wanted)]


def _outside(span: tuple[datetime, datetime] | None, wanted: list[WantedSlot]) -> list[Fault]:
    """Returns the fault of each slot that does not begin in the span."""
    if span is None:
        return []
    outside = {each.place for each in wanted if not span[0] <= each.slot.starts_at < span[1]}
    return [Fault(f"/data{place}", "slot-outside-span", "") for place in sorted(outside)]


def _unknown_addresses(rows: SlotRows, practitioner: Practitioner) -> list[Fault]:
    named = {
        f"/data/{name}/{index}/addressKey": row.address_key
        for name, each in (("slots", rows.slots), ("recurring", rows.recurring))
        for index, row in each.items()
    }
    unknown = (pointer for pointer, key in named.items() if key not in practitioner.places)
    return [Fault(pointer, "address-key-unknown", "") for pointer in unknown]


def _single(rows: SlotRows, practitioner: Practitioner) -> Iterator[WantedSlot]:
    named = (practitioner.practitioner_id, practitioner.clinic_id)
    for index, row in rows.slots.items():
        span = (row.starts_at, row.ends_at)
        slot = Slot.published(*named, row.key, row.service, span, row.address_key)
        yield WantedSlot(f"/slots/{index}", slot)


def _weekly(rows: SlotRows, practitioner: Practitioner, faults: list[Fault]) -> Iterator[WantedSlot]:
    named = (practitioner.practitioner_id, practitioner.clinic_id)
    for index, row in rows.recurring.items():
        weekly, place = row.weekly, f"/recurring/{index}"
        for day, starts_at in weekly.starts(zone(practitioner.address.country)).items():
            if starts_at is None:
                faults.append(Fault(f"/data{place}/at", "hour-does-not-exist", day.isoformat()))
                continue
            span = (starts_at, starts_at + timedelta(minutes=weekly.minutes))
            slot = Slot.published(*named, weekly.key(day), weekly.service, span, row.address_key)
            yield WantedSlot(place, slot)
