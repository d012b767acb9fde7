"""The slots that a clinic's system wants in a calendar, with where each stands in the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from helsebro.calendars.publication import MOST_IN_ALL
from helsebro.calendars.slot import Slot
from helsebro.errors import BadInput, Fault
from helsebro.local_day import zone
from helsebro.network.practitioner import Practitioner
from helsebro_aws.clinic_systems.slot_clashes import clashes


@dataclass(frozen=True)
class WantedSlot:
    """A slot, and its pointer in the data: a row of ``slots`` or of ``recurring``."""

    place: str
    slot: Slot


def wanted_slots(data: Any, practitioner: Practitioner) -> list[WantedSlot]:
    """Returns the slots of ``slots.published`` or ``slots.replaced``, weekly ones day by day.

    Raises ``BadInput`` with every fault that hangs on the practitioner's time zone or on several slots.
    """
    if len(data.slots) + sum(row.weekly.count for row in data.recurring) > MOST_IN_ALL:
        raise BadInput([Fault("/data", "too-many", str(MOST_IN_ALL))])
    faults = _unknown_addresses(data, practitioner)
    wanted = [*_single(data, practitioner), *_weekly(data, practitioner, faults)]
    faults += clashes([(f"/data{each.place}", each.slot) for each in wanted])
    if faults:
        raise BadInput([*{(fault.pointer, fault.code, fault.detail): fault for fault in faults}.values()])
    return wanted


def must_be_within(span: tuple[datetime, datetime], wanted: Sequence[WantedSlot]) -> None:
    """Raises ``BadInput`` with each slot that does not begin in the span."""
    outside = {each.place for each in wanted if not span[0] <= each.slot.starts_at < span[1]}
    if outside:
        raise BadInput([Fault(f"/data{place}", "slot-outside-span", "") for place in sorted(outside)])


def _unknown_addresses(data: Any, practitioner: Practitioner) -> list[Fault]:
    named = {
        f"/data/{rows}/{index}/addressKey": row.address_key
        for rows in ("slots", "recurring")
        for index, row in enumerate(getattr(data, rows))
    }
    unknown = (pointer for pointer, key in named.items() if key not in practitioner.places)
    return [Fault(pointer, "address-key-unknown", "") for pointer in unknown]


def _single(data: Any, practitioner: Practitioner) -> Iterator[WantedSlot]:
    named = (practitioner.practitioner_id, practitioner.clinic_id)
    for index, row in enumerate(data.slots):
        span = (row.starts_at, row.ends_at)
        slot = Slot.published(*named, row.key, row.service, span, row.address_key)
        yield WantedSlot(f"/slots/{index}", slot)


def _weekly(data: Any, practitioner: Practitioner, faults: list[Fault]) -> Iterator[WantedSlot]:
    named = (practitioner.practitioner_id, practitioner.clinic_id)
    for index, row in enumerate(data.recurring):
        weekly, place = row.weekly, f"/recurring/{index}"
        for day, starts_at in weekly.starts(zone(practitioner.address.country)).items():
            if starts_at is None:
                faults.append(Fault(f"/data{place}/at", "hour-does-not-exist", day.isoformat()))
                continue
            span = (starts_at, starts_at + timedelta(minutes=weekly.minutes))
            slot = Slot.published(*named, weekly.key(day), weekly.service, span, row.address_key)
            yield WantedSlot(place, slot)
