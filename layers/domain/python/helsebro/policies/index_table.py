"""Index table: by how much a payer's sums rise each 1 January (R-1318, R-1320).

The index is the wage index of the private sector, or the similar index that replaced it. A policy's sum
counts from the day it was agreed, so only the steps after that day change it (Q15).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from helsebro.errors import BadInput, Fault
from helsebro.money import Money

WAGE_INDEX = "lønindeks for den private sektor"
"""The index of Danmarks Statistik that the terms name."""

FIRST_YEAR, LAST_YEAR = 1990, 2100
LEAST, MOST = Decimal(-20), Decimal(50)
IndexStep = tuple[date, Decimal]
"""A 1 January, and the percentage by which the sums rise on it."""


@dataclass(frozen=True)
class IndexYear:
    """A rise of ``percent`` on 1 January of ``year``; ``reason`` says why it was set late or changed."""

    year: int
    percent: Decimal
    index: str = WAGE_INDEX
    reason: str | None = None
    version: int = 1

    def __post_init__(self) -> None:
        faults = []
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            faults.append(Fault("/year", "index-year", f"{FIRST_YEAR}–{LAST_YEAR}"))
        if not LEAST <= self.percent <= MOST:
            faults.append(Fault("/percent", "index-percent", f"{LEAST}–{MOST}"))
        if faults:
            raise BadInput(faults)

    @property
    def starts_on(self) -> date:
        """The 1 January on which it takes effect."""
        return date(self.year, 1, 1)

    def has_begun(self, today: date) -> bool:
        """Whether sums already depend on it, so that a change would change what was promised."""
        return self.starts_on <= today

    def must_have_reason(self, today: date) -> None:
        """Raises ``BadInput`` when the year has begun and no reason is given."""
        if self.has_begun(today) and not self.reason:
            raise BadInput([Fault("/reason", "index-year-has-begun", "")])

    def is_same_as(self, known: IndexYear) -> bool:
        """Whether setting it would change nothing."""
        return (self.year, self.percent, self.index) == (known.year, known.percent, known.index)


@dataclass(frozen=True)
class IndexTable:
    """All steps of a payer; ``percents`` holds them by year as text."""

    payer: str
    percents: Mapping[str, Decimal] = field(default_factory=dict)

    def steps(self, since: date) -> tuple[IndexStep, ...]:
        """Returns the steps after the day on which a sum was agreed, in time order."""
        days = sorted((date(int(year), 1, 1), percent) for year, percent in self.percents.items())
        return tuple((day, percent) for day, percent in days if day > since)

    def moved(self, amount: Money, agreed: date, to: date) -> Money:
        """Returns a sum agreed on one day as it is on another day, earlier or later."""
        value = amount.amount
        for _, percent in self._between(agreed, to):
            value *= 1 + percent / 100
        for _, percent in self._between(to, agreed):
            value /= 1 + percent / 100
        return Money.of(value, amount.currency)

    def _between(self, first: date, last: date) -> tuple[IndexStep, ...]:
        return tuple(step for step in self.steps(first) if step[0] <= last)

    def with_year(self, year: IndexYear) -> IndexTable:
        """Returns the table with the year set."""
        return replace(self, percents={**self.percents, str(year.year): year.percent})
