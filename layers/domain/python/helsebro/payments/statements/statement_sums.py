"""Statement sums: what the lines of a statement come to, each currency by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from helsebro.money import Currency, Money
from helsebro.payments.statements.statement_line import OUTCOMES, LineOutcome, StatementLine


@dataclass(frozen=True)
class StatementSum:
    """The øre of one currency that were paid, rejected, returned, credited and written off."""

    currency: Currency
    ore: Mapping[LineOutcome, int]

    def of(self, happened: LineOutcome) -> Money:
        """Returns the sum of the lines to which that happened."""
        return Money.of_ore(self.ore.get(happened, 0), self.currency)

    @property
    def kept(self) -> Money:
        """What the clinic has: what was paid, less what came back."""
        return Money.of_ore(self.ore.get("paid", 0) - self.ore.get("returned", 0), self.currency)

    @property
    def happened(self) -> tuple[LineOutcome, ...]:
        """What happened in this currency at all."""
        return tuple(each for each in OUTCOMES if self.ore.get(each))


def sums_of(lines: Iterable[StatementLine]) -> tuple[StatementSum, ...]:
    """Returns the sums of lines, one for each currency that they have: two are never added."""
    sums: dict[Currency, Counter[LineOutcome]] = {}
    for line in lines:
        sums.setdefault(line.amount.currency, Counter())[line.happened] += line.amount.ore
    return tuple(StatementSum(currency, sums[currency]) for currency in sorted(sums))
