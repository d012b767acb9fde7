"""Publishes events again from the outbox table, which keeps them for 30 days.

An event keeps its id and its number, so a consumer that has it already does nothing. An event of a clinic
that was never numbered gets its number now.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from helsebro import ids
from helsebro.errors import Unavailable
from helsebro_aws.dynamodb.keys import event_key
from helsebro_aws.dynamodb.scan import scan_page
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.outbox import outbox_row
from helsebro_aws.outbox.outbox_row import BusEvent, MalformedRow
from helsebro_aws.outbox.outbox_stream import EVENTS_PER_CALL, Bus, Numbers
from helsebro_aws.platform.log import failed

ROWS_PER_PAGE = 1_000
"""The rows that one page of a span reads: at most a hundred calls of the bus."""


@dataclass(frozen=True)
class RepublishedPage:
    """What one call did. ``published`` is 0 in a dry run.

    ``missing`` are requested ids without a row, ``refused`` are events that are malformed or that the bus
    refused for good.
    """

    found: int
    published: int = 0
    missing: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    next_cursor: str | None = None


class Republisher:
    """Publishes events of the outbox table again, page by page."""

    def __init__(
        self,
        numbers: Numbers,
        bus: Bus,
        *,
        dry_run: bool,
        rows_per_page: int = ROWS_PER_PAGE,
        on: Tables = tables,
    ) -> None:
        self.numbers, self.bus, self.tables = numbers, bus, on
        self.dry_run, self.rows_per_page = dry_run, rows_per_page

    def of_ids(self, event_ids: Sequence[str]) -> RepublishedPage:
        """Publishes these events again, at most 100. Raises ``Unavailable`` when the bus is."""
        keys = [event_key(event_id) for event_id in dict.fromkeys(event_ids)]
        rows = {row["pk"]: row for row in self.tables.get_many(self._table, keys)}
        page = self._publish([rows[event_id] for event_id, _ in keys if event_id in rows])
        return replace(page, missing=[event_id for event_id, _ in keys if event_id not in rows])

    def of_span(self, since: datetime, until: datetime, cursor: str | None) -> RepublishedPage:
        """Publishes the events whose ids were made from ``since`` to before ``until``: one page of them.

        A page may have no events and still have a next page. Raises ``Unavailable`` when the bus is: the same
        cursor then repeats the page.
        """
        rows, last = scan_page(
            self.tables,
            self._table,
            when="pk >= :since AND pk < :until",
            values={":since": _first_id_at(since), ":until": _first_id_at(until)},
            reads=self.rows_per_page,
            after=event_key(cursor) if cursor else None,
        )
        page = self._publish(sorted(rows, key=lambda row: str(row["pk"])))
        return replace(page, next_cursor=last[0] if last else None)

    def _publish(self, rows: Sequence[Item]) -> RepublishedPage:
        refused: list[str] = []
        events = list(_events_of(rows, refused))
        if self.dry_run:
            return RepublishedPage(len(rows), refused=refused)
        for start in range(0, len(events), EVENTS_PER_CALL):
            refusals = self.bus.put(self.numbers.give(events[start : start + EVENTS_PER_CALL]))
            if refusals.for_now:
                raise Unavailable()
            refused += sorted(refusals.for_good)
        return RepublishedPage(len(rows), len(rows) - len(refused), refused=refused)

    @property
    def _table(self) -> str:
        return self.tables.settings.outbox_table


def _events_of(rows: Sequence[Item], refused: list[str]) -> Iterator[BusEvent]:
    """Yields the rows' events; adds the ids of the malformed ones to ``refused``."""
    for row in rows:
        try:
            yield outbox_row.of_row(row)
        except MalformedRow as fault:
            failed(fault, eventId=row["pk"])
            refused.append(row["pk"])


def _first_id_at(at: datetime) -> str:
    return ids.in_time_order("evt", at, bytes(10))
