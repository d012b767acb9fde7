"""Publication: what becomes of a practitioner's calendar when the clinic's system sends slots (F0-13).

A slot whose key is known with the same time is left alone, with a new time it moves while it is free, and
no two slots of a practitioner ever share a minute. All of it is decided here, from what the calendar holds;
the adapter writes it under the condition that the calendar is still as it was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.errors import Conflict
from helsebro.slot import Slot, overlap_any

Reason = Literal["slot-in-the-past", "slot-not-free", "slot-overlaps", "slot-unknown"]
MOST_SLOTS = 200
"""Slots of one ``slots.published``; more go into the next."""


class CalendarChanged(Conflict):
    """Somebody changed the calendar between our reading and our writing: decide again."""


@dataclass(frozen=True)
class RefusedSlot:
    """A slot that was not taken over, by its place in what was sent, and why."""

    index: int
    key: str
    reason: Reason


@dataclass(frozen=True)
class Publication:
    """What to write: slots taken back first, then those to put; and what to tell of the rest."""

    vacated: tuple[Slot, ...] = ()
    put: tuple[Slot, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[RefusedSlot, ...] = ()


def plan(
    wanted: Sequence[Slot], by_key: Mapping[str, Slot], standing: Iterable[Slot], at: datetime
) -> Publication:
    """Decides on the ``wanted`` slots of one practitioner.

    ``by_key`` holds the slot that each key names now, ``standing`` every slot around the wanted times that
    is not withdrawn.
    """
    unchanged: list[str] = []
    refused: list[RefusedSlot] = []
    open_: list[tuple[int, Slot]] = []
    for index, slot in enumerate(wanted):
        old = by_key.get(slot.key)
        if old and old.is_same(slot):
            unchanged.append(slot.key)
        elif old and not old.is_nobodys(at):
            refused.append(RefusedSlot(index, slot.key, "slot-not-free"))
        elif slot.starts_at <= at:
            refused.append(RefusedSlot(index, slot.key, "slot-in-the-past"))
        else:
            open_.append((index, slot))
    taken, overlapping = _without_overlaps(open_, by_key, list(standing))
    moved = tuple(by_key[slot.key] for slot in taken if slot.key in by_key)
    refused += overlapping
    refused.sort(key=lambda one: one.index)
    return Publication(moved, tuple(taken), tuple(unchanged), tuple(refused))


def _without_overlaps(
    open_: list[tuple[int, Slot]], by_key: Mapping[str, Slot], standing: list[Slot]
) -> tuple[list[Slot], list[RefusedSlot]]:
    """The slots that fit, and those that do not.

    Slots that move make room for one another, so that a whole day can be shifted at once; one that cannot
    move stays where it is and is asked about again by the rest.
    """
    refused: list[RefusedSlot] = []
    while True:
        leaving = {by_key[slot.key].slot_id for _, slot in open_ if slot.key in by_key}
        there = [slot for slot in standing if slot.slot_id not in leaving]
        fitting: list[tuple[int, Slot]] = []
        for index, slot in open_:
            if overlap_any(slot, there):
                refused.append(RefusedSlot(index, slot.key, "slot-overlaps"))
            else:
                fitting.append((index, slot))
                there.append(slot)
        if len(fitting) == len(open_):
            return [slot for _, slot in fitting], refused
        open_ = fitting


def withdrawal(keys: Sequence[str], by_key: Mapping[str, Slot]) -> Publication:
    """Takes slots back; a hold on one is lost, for the practitioner is not there. A booked one stays:
    its session is cancelled by itself, so that the member is told."""
    vacated: list[Slot] = []
    refused: list[RefusedSlot] = []
    for index, key in enumerate(keys):
        slot = by_key.get(key)
        if slot is None:
            refused.append(RefusedSlot(index, key, "slot-unknown"))
        elif slot.status == "booked":
            refused.append(RefusedSlot(index, key, "slot-not-free"))
        else:
            vacated.append(slot)
    return Publication(vacated=tuple(vacated), refused=tuple(refused))
