"""Free slots in the ``network`` table: the listing ``FREE#{practitionerId}``, sorted by start.

It holds the slots that are neither booked nor withdrawn, so a full calendar costs no reads. Past slots stay
in it and are left out by the range of the key. Slots of a week that has as many sessions as its practitioner
takes are left out as well: a page reads the counters of its weeks in one call. The listing follows a change a
moment later: the condition of a booking decides whether a slot is free, not this list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from helsebro.calendars.practitioner_week import week_of
from helsebro.calendars.slot import Slot
from helsebro.ids import SlotId
from helsebro.network.consultation import is_wanted
from helsebro.network.practitioner import FirstFree, Practitioner
from helsebro_aws.calendars.dynamo_slots import DynamoSlots, slot_in
from helsebro_aws.calendars.dynamo_weeks import DynamoWeeks
from helsebro_aws.calendars.keys import free_slots_of, slot_key, slot_sort_key
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.tables import Item, Tables, tables

NEXT_SLOTS = 5


class DynamoFreeSlots:
    """The free slots of practitioners."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.weeks = on, DynamoWeeks(on)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def page(
        self,
        practitioner: Practitioner,
        span: tuple[datetime, datetime | None],
        at: datetime,
        *,
        service: str | None = None,
        limit: int,
        cursor: str | None = None,
    ) -> tuple[list[Slot], str | None]:
        """Returns up to ``limit`` free slots that start in ``span``, earliest first, and the next cursor.

        Without a ``service`` they are those for anyone: no debriefing. A slot on a day without insurance
        clients or in a full week is not one of them. The page may hold fewer and still have a next one, where
        many slots are held, in a pause, in full weeks or of another service.
        """
        spans = practitioner.open_spans(max(span[0], at), span[1])
        if not spans:
            return [], None
        start, end = spans[0][0], spans[-1][1]

        def entries_of(rows: Sequence[Item]) -> list[Slot | None]:
            return self._shown(map(slot_in, rows), practitioner, at, service)

        return filtered_page(
            self.tables,
            self.table,
            free_slots_of(practitioner.practitioner_id),
            entries_of,
            limit,
            cursor,
            after=slot_sort_key(start),
            until=slot_sort_key(end) if end else None,
            listing=True,
        )

    def at_times(
        self, practitioner: Practitioner, starts: Sequence[datetime], at: datetime, service: str | None = None
    ) -> list[Slot]:
        """Returns the practitioner's free slots that start at these times, earliest first."""
        keys = [slot_key(practitioner.practitioner_id, start) for start in starts]
        slots = map(slot_in, self.tables.get_many(self.table, keys))
        free = self._shown(slots, practitioner, at, service)
        return sorted((slot for slot in free if slot), key=lambda slot: slot.starts_at)

    def first(self, practitioner: Practitioner, at: datetime) -> FirstFree | None:
        """Returns the practitioner's first free slot."""
        for span in practitioner.open_spans(at, None):
            found, _ = self.page(practitioner, span, at, limit=1)
            if found:
                return FirstFree(found[0].slot_id, found[0].starts_at)
        return None

    def instead_of(self, slot: Slot, at: datetime, also_without: Sequence[SlotId] = ()) -> list[Slot]:
        """Returns free slots of the same practitioner and service: later ones, else the earliest.

        Those of ``also_without`` are left out, like the slot itself.
        """
        _, practitioner = DynamoSlots(self.tables).with_practitioner(slot.slot_id)
        without = {slot.slot_id, *also_without}

        def some(start: datetime) -> list[Slot]:
            most = NEXT_SLOTS + len(without)
            found, _ = self.page(practitioner, (start, None), at, service=slot.service, limit=most)
            return [other for other in found if other.slot_id not in without][:NEXT_SLOTS]

        return some(max(slot.starts_at, at)) or some(at)

    def _shown(
        self, slots: Iterable[Slot], practitioner: Practitioner, at: datetime, service: str | None
    ) -> list[Slot | None]:
        """Returns each slot, or None for one that cannot be booked."""
        shown = [slot if _is_shown(slot, practitioner, at, service) else None for slot in slots]
        if practitioner.weekly_capacity is None:
            return shown
        open_weeks = self.weeks.with_room(practitioner, (slot.starts_at for slot in shown if slot))

        def has_room(slot: Slot) -> bool:
            return week_of(practitioner, slot.starts_at) in open_weeks

        return [slot if slot and has_room(slot) else None for slot in shown]


def _is_shown(slot: Slot, practitioner: Practitioner, at: datetime, service: str | None) -> bool:
    is_open = practitioner.takes_clients_at(slot.starts_at)
    return is_open and slot.is_free(at) and is_wanted(slot.service, service)
