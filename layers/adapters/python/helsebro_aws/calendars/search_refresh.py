"""Search refresh: writes the search rows of a practitioner as practitioner, clinic and calendar are now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from helsebro.errors import NotFound
from helsebro.ids import PractitionerId
from helsebro.network.practitioner import FirstFree
from helsebro.network.search_row import LOAD_SPAN, SearchRow
from helsebro_aws.calendars.dynamo_free_slots import DynamoFreeSlots
from helsebro_aws.calendars.dynamo_slots import LISTED, DynamoSlots
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.dynamo_recent_matches import DynamoRecentMatches
from helsebro_aws.network.dynamo_search_rows import DynamoSearchRows, SearchRowsChanged


class SearchRefresh:
    """Refreshes the search rows of practitioners; to do it twice, late or out of order does no harm."""

    def __init__(self, on: Tables = tables) -> None:
        self.rows, self.slots = DynamoSearchRows(on), DynamoSlots(on)
        self.free_slots = DynamoFreeSlots(on)
        self.practitioners, self.clinics = DynamoPractitioners(on), DynamoClinics(on)
        self.recent_matches = DynamoRecentMatches(on)

    def run(self, practitioner_id: PractitionerId, at: datetime) -> int:
        """Returns how many rows it changed."""

        def once() -> int:
            before = self.rows.stored(practitioner_id)
            return self.rows.replace(practitioner_id, before, self._row(practitioner_id, at))

        return retry_on_conflict(once, SearchRowsChanged)

    def run_begun(self, at: datetime, has_time: Callable[[], bool]) -> int:
        """Refreshes the rows of practitioners whose first free slot has begun; returns how many these were.

        Those for whom there is no time are refreshed by the next run.
        """
        count, cursor = 0, None
        while has_time():
            begun, cursor = self.rows.begun(at, cursor)
            for practitioner_id in begun:
                self.run(practitioner_id, at)
            count += len(begun)
            if cursor is None:
                break
        return count

    def _row(self, practitioner_id: PractitionerId, at: datetime) -> SearchRow | None:
        try:
            practitioner = self.practitioners.find(practitioner_id)
            row = SearchRow.of(practitioner, self.clinics.find(practitioner.clinic_id))
        except NotFound:
            return None
        return self._with_calendar(row, at) if row else None

    def _with_calendar(self, row: SearchRow, at: datetime) -> SearchRow:
        near = self.slots.between(row.practitioner.practitioner_id, at, at + LOAD_SPAN)
        load = sum(slot.status == "booked" for slot in near)
        new_clients = self.recent_matches.count(row.practitioner.practitioner_id, at)
        unbooked = (slot for slot in near if slot.status in LISTED and slot.starts_at > at)
        practitioner = row.practitioner
        first = next((slot for slot in unbooked if practitioner.takes_clients_at(slot.starts_at)), None)
        if first:
            return row.with_calendar(FirstFree(first.slot_id, first.starts_at), load, new_clients)
        return row.with_calendar(self.free_slots.first(practitioner, at), load, new_clients)
