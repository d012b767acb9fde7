"""Open deadlines: what a payer's staff still have to keep, by queue, the first due first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from helsebro.deadlines.clock_row import ClockQueue, ClockRow
from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro.deadlines.open_deadline import OpenDeadline, OpenState, open_deadline
from helsebro_aws.deadlines.keys import deadlines_of_queue
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.keys import LAST
from helsebro_aws.dynamodb.record import from_item, instant
from helsebro_aws.dynamodb.tables import Item, Tables, tables


class OpenDeadlines:
    """The open deadlines of the queues of all payers."""

    def __init__(self, on: Tables = tables, rows: Mapping[str, ClockRow] = CLOCKS) -> None:
        self.tables, self.rows = on, rows

    def page(
        self,
        payer: str,
        queue: ClockQueue,
        at: datetime,
        limit: int,
        cursor: str | None,
        state: OpenState | None = None,
    ) -> tuple[Sequence[OpenDeadline], str | None]:
        """Returns up to ``limit`` open deadlines, only those in ``state`` if given, and the next cursor.

        One that pauses has its place from before the pause. Raises ``BadInput`` for an unknown cursor.
        """
        # What is due later cannot be missed. The last instant of hours is in time, so it may be read in vain.
        until = f"{instant(at)}#{LAST}" if state == "missed" else None

        def entries_of(items: Sequence[Item]) -> list[OpenDeadline | None]:
            known = (self._open(item, at) for item in items)
            return [found if found and state in (None, found.seen.state) else None for found in known]

        table, pk = self.tables.settings.cases_table, deadlines_of_queue(payer, queue)
        return filtered_page(self.tables, table, pk, entries_of, limit, cursor, until=until, listing=True)

    def _open(self, item: Item, at: datetime) -> OpenDeadline | None:
        row = self.rows.get(item["kind"])
        return open_deadline(from_item(Deadline, item), row, at) if row else None
