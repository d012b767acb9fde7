"""Publication: how a practitioner's calendar changes when the clinic's system sends slots (F0-13).

The clinic's own calendar decides. A slot with a known key and the same time stays unchanged; with a new time
it moves. A published slot replaces every available slot that it overlaps. Only booked and held slots block
it, because two slots of a practitioner never share a minute. This module decides everything from the current
calendar; the adapter writes the result on the condition that the calendar has not changed since it was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from helsebro.calendars.slot import Slot, overlap_any
from helsebro.coverage.question.windows import add_months
from helsebro.errors import Conflict
from helsebro.ids import BookingId

MONTHS_AHEAD = 24
"""How far ahead slots are published: a later year is a slip of the clinic's system."""
Reason = Literal["slot-in-the-past", "slot-not-free", "slot-overlaps", "slot-unknown"]
MOST_SLOTS = 200
"""The most slots that one message names one by one; a clinic sends more in another event."""
MOST_IN_ALL = 400
"""The most slots of one message with those that it repeats weekly."""
LONGEST_SPAN = timedelta(days=92)
"""The longest span whose calendar one message replaces."""


class CalendarChanged(Conflict):
    """Another request changed the calendar between our read and our write; the plan must be made again."""


@dataclass(frozen=True)
class RefusedSlot:
    """A slot that was not stored or withdrawn: its index in the event, its key and the reason.

    ``booking_id`` is the booking of a booked slot under that key: the clinic cancels that session first.
    """

    index: int
    key: str
    reason: Reason
    booking_id: BookingId | None = None


@dataclass(frozen=True)
class Publication:
    """What to write: first remove the ``vacated`` slots, then store those in ``put``.

    ``unchanged``, ``refused`` and ``kept`` are for the answer; ``kept`` are booked slots that a replacement
    did not name. A slot in ``put`` may begin in the same minute as one in ``vacated`` and replaces it. With
    ``ends_holds`` a hold does not protect a slot from being vacated; a booking always does.
    """

    vacated: tuple[Slot, ...] = ()
    put: tuple[Slot, ...] = ()
    unchanged: tuple[str, ...] = ()
    refused: tuple[RefusedSlot, ...] = ()
    kept: tuple[Slot, ...] = ()
    ends_holds: bool = False

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
            refused.append(_refused(index, slot.key, reason, by_key.get(slot.key)))
        else:
            put.append(slot)
    leaving = [by_key[slot.key] for slot in put if slot.key in by_key]
    leaving += [slot for slot in around if overlap_any(slot, put)]
    vacated = {slot.slot_id: slot for slot in leaving}
    return Publication(tuple(vacated.values()), tuple(put), tuple(slot.key for slot in same), tuple(refused))


def _refused(index: int, key: str, reason: Reason, known: Slot | None) -> RefusedSlot:
    return RefusedSlot(index, key, reason, known.booking_id if known and known.status == "booked" else None)


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
            refused.append(_refused(index, key, "slot-unknown", None))
        elif slot.status == "booked":
            refused.append(_refused(index, key, "slot-not-free", slot))
        else:
            vacated.append(slot)
    return Publication(vacated=tuple(vacated), refused=tuple(refused), ends_holds=True)


def replacement(
    wanted: Sequence[Slot],
    by_key: Mapping[str, Slot],
    existing: Iterable[Slot],
    span: tuple[datetime, datetime],
    at: datetime,
) -> Publication:
    """Returns how the ``wanted`` slots become the whole calendar of a span, from its start to before its end.

    Slots that begin in the span and are not wanted are withdrawn, with the holds on them. Booked slots stay,
    and so do slots that have begun. ``by_key`` and ``existing`` are those of ``plan``.
    """
    around = [_without_hold(slot) for slot in existing]
    done = plan(wanted, {key: _without_hold(slot) for key, slot in by_key.items()}, around, at)
    inside = [slot for slot in around if max(span[0], at) <= slot.starts_at < span[1]]
    left = [slot for slot in inside if slot.key not in done.unchanged]
    vacated = {slot.slot_id: slot for slot in done.vacated}
    vacated |= {slot.slot_id: slot for slot in left if slot.status != "booked"}
    kept = tuple(slot for slot in left if slot.status == "booked")
    return replace(done, vacated=tuple(vacated.values()), kept=kept, ends_holds=True)


def _without_hold(slot: Slot) -> Slot:
    if slot.status != "held":
        return slot
    return replace(slot, status="free", hold_id=None, held_for=None, held_until=None)


def last_day_ahead(today: date) -> date:
    """Returns the last day on which a slot may be published today."""
    return add_months(today, MONTHS_AHEAD)
