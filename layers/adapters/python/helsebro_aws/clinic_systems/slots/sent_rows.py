"""The rows of a calendar as they were sent, without those that have a fault of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from helsebro.errors import Fault
from helsebro_aws.clinic_systems.event_data import EventData
from helsebro_aws.clinic_systems.slots.slots_data import PublishedSlot, SlotsReplaced
from helsebro_aws.clinic_systems.slots.wanted_slots import SlotRows
from helsebro_aws.clinic_systems.slots.weekly_slots_shape import WeeklySlotsShape
from helsebro_aws.http.bodies import readable

SentRow = TypeVar("SentRow", bound=EventData)


def sent_rows(data: Mapping[str, Any], *, replaces: bool) -> SlotRows:
    """Returns the rows that can be read, and the span of a calendar that is replaced."""
    ends = readable(SlotsReplaced, {name: data[name] for name in ("from", "to") if name in data})
    span = (ends["starts_at"], ends["ends_at"]) if replaces and len(ends) == len(("from", "to")) else None
    slots = _read(PublishedSlot, data.get("slots"))
    return SlotRows(
        {index: slot for index, slot in slots.items() if not slot.between(data["slots"][index])},
        _read(WeeklySlotsShape, data.get("recurring")),
        span if span and span[0] < span[1] else None,
    )


def span_faults(rows: SlotRows) -> list[Fault]:
    """Returns the faults of single slots outside the span, which need no practitioner to be seen."""
    if rows.span is None:
        return []
    begins, ends = rows.span
    return [
        Fault(f"/data/slots/{index}", "slot-outside-span", "")
        for index, row in rows.slots.items()
        if not begins <= row.starts_at < ends
    ]


def _read(shape: type[SentRow], rows: Any) -> dict[int, SentRow]:
    found = {}
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        try:
            found[index] = shape.model_validate(row)
        except ValidationError:
            continue
    return found
