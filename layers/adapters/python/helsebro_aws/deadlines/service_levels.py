"""Service levels: counts what a change of a deadline adds to them, for the commit of that change.

The counts of a week, queue and kind are one item: ``within``, ``missed``, and ``took17`` for the durations of
bucket 17. A commit adds to them the difference between what the deadline counted before and what it counts
now, which the deadline itself stores. So they are always the sum over all deadlines, whatever events were
lost, late or repeated on the way.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline
from helsebro.deadlines.service_tally import additions, tallies
from helsebro.local_day import HOME
from helsebro_aws.deadlines.insights.keys import service_level_key
from helsebro_aws.dynamodb.tables import Operation, Update, tables


def counted(
    before: Deadline, after: Deadline, row: ClockRow, at: datetime, country: str = HOME
) -> tuple[Deadline, list[Operation]]:
    """Returns the deadline with what it counts as of an instant, and the operations that count it.

    A week is one of the local days of ``country``.
    """
    now = tallies(after, row, at, country)
    operations: list[Operation] = [
        Update(
            tables.settings.cases_table,
            *service_level_key(after.payer, week, row.queue, row.kind),
            add=changes,
            when=None,
            creates=True,
        )
        for week, changes in additions(before.counted, now).items()
    ]
    return replace(after, counted=now), operations
