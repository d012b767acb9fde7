"""Service levels in the ``cases`` table: one small item for each week, queue and kind of clock of a payer."""

from __future__ import annotations

from collections.abc import Iterator

from helsebro.deadlines.service_level import KindLevel, ServiceLevel
from helsebro.deadlines.service_tally import MISSED, TOOK, WITHIN
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.deadlines.insights.keys import service_level_of, service_levels, span_of
from helsebro_aws.dynamodb.tables import Item, Tables, tables


class DynamoServiceLevels:
    """The service levels of all payers."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def between(
        self, payer: str, first: IsoWeek, last: IsoWeek, queue: str | None = None
    ) -> Iterator[KindLevel]:
        """Yields what was counted from the first week to the last, in one queue or in all.

        A page holds 1 MB. The items are bounded by the number of weeks times that of the clocks.
        """
        after, until = span_of(first, last)
        found = self.tables.query_all(
            self.tables.settings.cases_table, service_levels(payer), after=after, until=until
        )
        rows = (_row(item) for item in found)
        return (row for row in rows if queue in (None, row.queue))


def _row(item: Item) -> KindLevel:
    week, queue, kind = service_level_of(item["sk"])
    took = {int(name.removeprefix(TOOK)): int(count) for name, count in item.items() if name.startswith(TOOK)}
    level = ServiceLevel(int(item.get(WITHIN, 0)), int(item.get(MISSED, 0)), took)
    return KindLevel(queue, kind, level, week)
