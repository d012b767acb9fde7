"""Publication: how a practitioner's calendar changes when the clinic's system sends slots (F0-13).

The clinic's own calendar decides. A slot with a known key and the same time stays unchanged; with a new time
it moves. A published slot replaces every available slot that it overlaps. Only booked and held slots block
it, because two slots of a practitioner never share a minute. This module decides everything from the current
calendar; the adapter writes the result on the condition that the calendar has not changed since it was read.
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
"""The most slots in one ``slots.published``; a clinic sends more in another event."""


class CalendarChanged(Conflict):
    """Another request changed the calendar between our read and our write; the plan must be made again."""


@dataclass(frozen=True)
class RefusedSlot:
    """A slot that was not stored: its index in the event, its key and the reason."""

    index: int
    key: str
    reason: Reason


@dataclass(frozen=True)
class Publication:
    """What to write: first remove the ``vacated`` slots, then store those in ``put``.

    ``unchanged`` and ``refused`` are for the answer. A slot in ``put`` may begin in the same minute as one in
    ``vacated`` and replaces it.
    """

    vacated: tuple[Slot, ...] = ()
    put: tuple[Slot, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[RefusedSlot, ...] = ()

    @property
    def withdrawn(self) -> tuple[Slot, ...]:
        """The slots whose key is removed and not moved to another time."""
        moved = {slot.key for slot in self.put}
        return tuple(slot for slot in self.vacated if slot.key not in moved)


def plan(
    wanted: Sequence[Slot], by_key: Mapping[str, Slot], existing: Iterable[Slot], at: datetime
) -> Publication:
    """Returns what to do with the ``wanted`` slots of one practitioner.

    ``by_key`` holds the current slot of each key, ``existing`` every slot around the wanted times that is not
    withdrawn.
    """
    around = list(existing)
    same = [slot for slot in wanted if slot.key in by_key and by_key[slot.key].is_same(slot)]
    firm = [slot for slot in around if not slot.is_available(at)] + same
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
    """Returns why the slot cannot be stored, or None; ``old`` is the current slot of its key."""
    if old and not old.is_available(at):
        return "slot-not-free"
    if slot.starts_at <= at:
        return "slot-in-the-past"
    return "slot-overlaps" if overlap_any(slot, firm) else None


def withdrawal(keys: Sequence[str], by_key: Mapping[str, Slot]) -> Publication:
    """Returns the withdrawal of slots. A hold on one is lost, because the practitioner is not there.

    A booked slot stays: the clinic cancels its session separately, which notifies the member.
    """
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
