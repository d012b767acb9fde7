"""Decision counts in the ``cases`` table: one small item a week, product, clause and group of a payer.

A commit that decides adds to them, so they are the sum of what was decided, whatever is lost or repeated on
the way (promise 4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from helsebro.quality.decision_report import CountedDecisions
from helsebro.quality.decision_tally import COUNTERS, Tally
from helsebro.quality.iso_week import IsoWeek
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.tables import Tables, Update, tables
from helsebro_aws.quality.keys import count_key, counted_under, decision_counts, span_of


def counting(payer: str, tallies: Iterable[Tally], at: datetime, country: str) -> list[Update]:
    """Returns the operations that count, in the week of an instant's local day; one for each item."""
    week = IsoWeek.of_instant(at, country)
    added: dict[Key, Counter[str]] = {}
    for tally in tallies:
        added.setdefault(count_key(payer, week, tally), Counter())[tally.counter] += 1
    return [
        Update(tables.settings.cases_table, *key, add=dict(counts), when=None, creates=True)
        for key, counts in added.items()
    ]


class DecisionCounts:
    """The counts of all payers."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def between(self, payer: str, first: IsoWeek, last: IsoWeek) -> Iterator[CountedDecisions]:
        """Yields what was counted from the first week to the last.

        A page holds 1 MB. The items are bounded by the weeks, the clauses of the terms and the groups.
        """
        after, until = span_of(first, last)
        found = self.tables.query_all(
            self.tables.settings.cases_table, decision_counts(payer), after=after, until=until
        )
        for item in found:
            counts = {str(name): int(item[name]) for name in COUNTERS if name in item}
            yield CountedDecisions(*counted_under(item["sk"]), counts)
