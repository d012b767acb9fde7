"""Publication: what becomes of a practitioner's calendar when the clinic's system sends slots (F0-13).

The clinic's own calendar is the truth: a slot whose key is known with the same time is left alone, with a
new time it moves, and whatever nobody has gives way to a slot that needs its time. Only what is booked or
held stands in the way, for no two slots of a practitioner ever share a minute. All of it is decided here,
from what the calendar holds; the adapter writes it under the condition that the calendar is still as it was
read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.calendars.slot import Slot, overlap_any
from helsebro.errors import Conflict

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
    """What to write: slots taken back first, then those to put; and what to tell of the rest.

    One of ``put`` may begin at the minute of one of ``vacated``: it replaces that slot.
    """

    vacated: tuple[Slot, ...] = ()
    put: tuple[Slot, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[RefusedSlot, ...] = ()

    @property
    def withdrawn(self) -> tuple[Slot, ...]:
        """Slots that are gone under their key, not moved."""
        moved = {slot.key for slot in self.put}
        return tuple(slot for slot in self.vacated if slot.key not in moved)


def plan(
    wanted: Sequence[Slot], by_key: Mapping[str, Slot], standing: Iterable[Slot], at: datetime
) -> Publication:
    """Decides on the ``wanted`` slots of one practitioner.

    ``by_key`` holds the slot that each key names now, ``standing`` every slot around the wanted times that
    is not withdrawn.
    """
    around = list(standing)
    same = [slot for slot in wanted if slot.key in by_key and by_key[slot.key].is_same(slot)]
    firm = [slot for slot in around if not slot.is_nobodys(at)] + same
    put: list[Slot] = []
    refused: list[RefusedSlot] = []
    for index, slot in enumerate(wanted):
        if slot in same:
            continue
        reason = _why_not(slot, by_key.get(slot.key), [*firm, *put], at)
        if reason:
            refused.append(RefusedSlot(index, slot.key, reason))
        else:
            put.append(slot)
    leaving = [by_key[slot.key] for slot in put if slot.key in by_key]
    leaving += [slot for slot in around if overlap_any(slot, put)]
    vacated = {slot.slot_id: slot for slot in leaving}
    return Publication(tuple(vacated.values()), tuple(put), tuple(slot.key for slot in same), tuple(refused))


def _why_not(slot: Slot, old: Slot | None, firm: Sequence[Slot], at: datetime) -> Reason | None:
    """Why a slot is not taken over, or None; ``old`` is what its key names now."""
    if old and not old.is_nobodys(at):
        return "slot-not-free"
    if slot.starts_at <= at:
        return "slot-in-the-past"
    return "slot-overlaps" if overlap_any(slot, firm) else None


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
