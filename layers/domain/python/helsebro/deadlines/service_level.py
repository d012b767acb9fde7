"""Service level: how well the promises of one kind were kept in a week or in several (F4-06).

``count`` is the number of promises that were kept or missed in the week. ``percent`` is the share of them
that was kept: for first answers, of the reviews that were decided or asked about within 24 hours of
completeness, without pauses. It is rounded down to a tenth, so that 97.96 % does not look like the 98 % that
were promised. The median and the 95th percentile are of all answers that were given in the week, also of the
late ones, with the precision of ``durations``; a promise that was missed and is not answered has no duration
yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from helsebro.deadlines.durations import percentile
from helsebro.quality.iso_week import IsoWeek, weeks

TARGETS: Mapping[str, int] = {"first-answer": 98, "message-reply": 98, "enquiry-reply": 98}
"""Kind of clock → the share in percent that was promised (F4-06)."""


@dataclass(frozen=True)
class ServiceLevel:
    """The counts of a kind of clock; ``took`` counts durations by bucket."""

    within: int = 0
    missed: int = 0
    took: Mapping[int, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many promises were kept or missed."""
        return self.within + self.missed

    @property
    def answered(self) -> int:
        """How many answers were given, in time or late."""
        return sum(self.took.values())

    @property
    def percent(self) -> float | None:
        """The share that was kept, rounded down to a tenth of a percent; None when there were none."""
        return self.within * 1000 // self.count / 10 if self.count else None

    @property
    def median(self) -> timedelta | None:
        """How long the clock of an answer ran, in the middle of all; None without an answer."""
        return percentile(self.took, 50)

    @property
    def percentile_95(self) -> timedelta | None:
        """How long the clock ran at most, for 95 % of the answers; None without an answer."""
        return percentile(self.took, 95)


@dataclass(frozen=True)
class KindLevel:
    """The service level of a kind of clock, which a queue keeps; ``week`` is None for a total."""

    queue: str
    kind: str
    level: ServiceLevel
    week: IsoWeek | None = None


@dataclass(frozen=True)
class ServiceReport:
    """The service levels of a payer from the first week to the last."""

    payer: str
    first: IsoWeek
    last: IsoWeek
    rows: Sequence[KindLevel]
    totals: Sequence[KindLevel]


def report(payer: str, first: IsoWeek, last: IsoWeek, found: Iterable[KindLevel]) -> ServiceReport:
    """Returns the report of what was counted, by week, queue and kind.

    A kind that was counted at all has a row for every week, with zeros where nothing happened, so that a gap
    is seen. A kind that was never counted in these weeks has none.
    """
    known = {(row.week, row.queue, row.kind): row.level for row in found}
    kinds = sorted({(queue, kind) for _, queue, kind in known})
    rows = [
        KindLevel(queue, kind, known.get((week, queue, kind), ServiceLevel()), week)
        for week in weeks(first, last)
        for queue, kind in kinds
    ]
    totals = [
        KindLevel(*kind, total(row.level for row in rows if (row.queue, row.kind) == kind)) for kind in kinds
    ]
    return ServiceReport(payer, first, last, rows, totals)


def total(levels: Iterable[ServiceLevel]) -> ServiceLevel:
    """Returns the service level of several weeks together."""
    within, missed, took = 0, 0, Counter[int]()
    for level in levels:
        within, missed = within + level.within, missed + level.missed
        took.update(level.took)
    return ServiceLevel(within, missed, took)
