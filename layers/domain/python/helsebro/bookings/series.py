"""Series: several sessions with one practitioner, booked in one act, all of them or none (api.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from helsebro.bookings.booking import Booking
from helsebro.bookings.place_in_series import PlaceInSeries
from helsebro.bookings.slot_cover import (
    FirstSessionBooked,
    against_beginning,
    against_day,
    against_debriefing,
    against_place,
    against_practitioner,
    too_few_left,
)
from helsebro.calendars.practitioner_week import WeekIsFull, week_of
from helsebro.calendars.slot import Slot, SlotIsPast, SlotTaken
from helsebro.errors import Fault, HelsebroError, Refused
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import SlotId
from helsebro.network.practitioner import Practitioner

FEWEST, MOST = 2, 12
"""A booking is six operations of a commit with its event and its entry, and a week one more; a commit has at
most 100.
"""


class SlotNamedTwice(Refused):
    """A series names the same slot more than once."""

    code = "slot-named-twice"


class SlotNotFound(Refused):
    """A slot of a series does not exist."""

    code = "slot-not-found"


class OtherPractitioner(Refused):
    """A slot of a series is not of the practitioner of the first one."""

    code = "slot-of-another-practitioner"


class SeriesRefused(Refused):
    """A session of the series cannot be booked, so none is. ``faults`` names every reason, by index.

    When all of them are of one code, it is the code of the refusal too.
    """

    code = "series-not-bookable"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        if len({fault.code for fault in faults}) == 1:
            self.code, self.facts = faults[0].code, faults[0].facts
        self.faults = tuple(faults)


class SeriesTaken(SlotTaken):
    """Slots of the series are booked or held for others, and nothing else is wrong with it."""

    def __init__(self, faults: Sequence[Fault], **facts: Any) -> None:
        super().__init__(**facts)
        self.faults = tuple(faults)


@dataclass(frozen=True)
class Series:
    """The sessions that a member wants, in the member's order, and what decides whether they are possible.

    ``slots`` are those of ``slot_ids`` that exist. ``practitioner`` is the one whom the first of them names.
    ``weeks`` holds how many sessions each week of the practitioner has already (``2026-W49``); a week without
    any may be absent.
    """

    guarantee: Guarantee
    practitioner: Practitioner
    slot_ids: Sequence[SlotId]
    slots: Mapping[SlotId, Slot]
    weeks: Mapping[str, int]

    @property
    def wanted(self) -> list[Slot]:
        """The slots that exist, each once, in the order in which they were named."""
        return [self.slots[slot_id] for slot_id in dict.fromkeys(self.slot_ids) if slot_id in self.slots]

    @property
    def by_week(self) -> Mapping[str, list[Slot]]:
        """The slots of each of the practitioner's weeks."""
        found: dict[str, list[Slot]] = {}
        for slot in self.wanted:
            found.setdefault(week_of(self.practitioner, slot.starts_at), []).append(slot)
        return found

    def with_weeks(self, weeks: Mapping[str, int]) -> Series:
        """Returns the series with how many sessions its weeks have already."""
        return replace(self, weeks=weeks)

    def must_be_bookable(self, at: datetime) -> None:
        """Raises ``SeriesRefused`` or ``SeriesTaken`` with every fault.

        The commit checks all of it again.
        """
        faults = self.faults(at)
        if {fault.code for fault in faults} == {SlotTaken.code}:
            raise SeriesTaken(faults)
        if faults:
            raise SeriesRefused(faults)

    def faults(self, at: datetime) -> list[Fault]:
        """Returns everything that stands in the way: of the guarantee, then of each slot in its order."""
        by_slot = {slot.slot_id: list(self._of_slot(slot, at)) for slot in self.wanted}
        for slot in self.wanted[self.guarantee.sessions_free :]:
            by_slot[slot.slot_id].append(too_few_left(self.guarantee))
        for refusal in against_beginning(self.guarantee, self.wanted) if self.wanted else ():
            by_slot[min(self.wanted, key=lambda slot: slot.starts_at).slot_id].append(refusal)
        for slot, full in self._beyond_capacity():
            by_slot[slot.slot_id].append(full)
        for slot in self._firsts_too_many():
            by_slot[slot.slot_id].append(FirstSessionBooked(service="follow-up"))
        of_slots = [fault for place in enumerate(self.slot_ids) for fault in self._at(*place, by_slot)]
        of_place = against_place(self.guarantee, self.wanted[0]) if self.wanted else ()
        return [*(_fault("/guaranteeId", refusal) for refusal in of_place), *of_slots]

    def _at(
        self, index: int, slot_id: SlotId, by_slot: Mapping[SlotId, Sequence[HelsebroError]]
    ) -> Iterable[Fault]:
        pointer = f"/slotIds/{index}"
        if slot_id in self.slot_ids[:index]:
            yield _fault(pointer, SlotNamedTwice())
        elif slot_id not in by_slot:
            yield _fault(pointer, SlotNotFound())
        else:
            yield from (_fault(pointer, refusal) for refusal in by_slot[slot_id])

    def _of_slot(self, slot: Slot, at: datetime) -> Iterable[HelsebroError]:
        guarantee = self.guarantee
        if slot.starts_at <= at:
            yield SlotIsPast()
        elif not slot.is_free(at, guarantee.guarantee_id):
            yield SlotTaken(text="slot-of-series-taken")
        if slot.practitioner_id != self.practitioner.practitioner_id:
            yield OtherPractitioner()
        else:
            yield from against_practitioner(self.practitioner, guarantee, slot)
        yield from against_day(guarantee, slot)
        yield from against_debriefing(guarantee, slot)

    def _firsts_too_many(self) -> list[Slot]:
        """Returns the slots of first consultations beyond the one that a guarantee has (F0-09)."""
        firsts = sorted(
            (slot for slot in self.wanted if slot.service == "first"), key=lambda slot: slot.starts_at
        )
        return firsts if self.guarantee.first_booking_id else firsts[1:]

    def _beyond_capacity(self) -> Iterable[tuple[Slot, WeekIsFull]]:
        capacity = self.practitioner.weekly_capacity
        if capacity is None:
            return
        for week, slots in self.by_week.items():
            room = max(0, capacity - self.weeks.get(week, 0))
            yield from ((slot, WeekIsFull(week=week, weeklyCapacity=capacity)) for slot in slots[room:])

    def bookings(self, at: datetime, randomness: Sequence[bytes], notice_hours: int) -> list[Booking]:
        """Returns a new booking of each slot; ``randomness`` has six or more bytes for each of them."""
        by_time = sorted(self.wanted, key=lambda slot: slot.starts_at)
        places = {slot.slot_id: number for number, slot in enumerate(by_time, 1)}
        made = (
            Booking.of(self.guarantee, slot, at, own, notice_hours, self.practitioner)
            for slot, own in zip(self.wanted, randomness, strict=True)
        )
        size = len(by_time)
        return [replace(each, series=PlaceInSeries(places[each.slot_id], size)) for each in made]


def _fault(pointer: str, refusal: HelsebroError) -> Fault:
    return Fault(pointer, refusal.code, "", refusal.facts)
