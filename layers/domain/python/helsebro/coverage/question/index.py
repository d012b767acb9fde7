"""The index: it raises the sums of a policy every 1 January (R-1318, Q15).

The annual sum follows it unless the policy says ``sumsIndexed: false``; amounts printed in the conditions do
not change unless it says ``indexPrintedAmounts: true``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from helsebro.money import CENT

if TYPE_CHECKING:
    from helsebro.coverage.question.cover import Cover

HUNDRED = Decimal(100)


def annual_sum(cover: Cover, on: date, defaults: Mapping[str, object]) -> Decimal:
    """Returns the policy's own annual sum on a day."""
    return _grown(cover.annual_sum.amount, cover, on, _flag(cover, "sumsIndexed", defaults, True))


def shared_sum(cover: Cover, on: date, defaults: Mapping[str, object]) -> Decimal:
    """Returns the sum shared by work and leisure: the larger (Q27), or the own (``sharedSum: own``)."""
    own, other = annual_sum(cover, on, defaults), cover.other_sum
    rule = cover.parameters.get("sharedSum", defaults.get("sharedSum", "max"))
    if other is None or other.currency != cover.annual_sum.currency or rule == "own":
        return own
    return max(own, _grown(other.amount, cover, on, _flag(cover, "sumsIndexed", defaults, True)))


def printed_amount(
    amount: Decimal, cover: Cover, on: date, defaults: Mapping[str, object], rule: str = ""
) -> Decimal:
    """Returns a rule's amount as of a day: the policy's own, else the one printed in the conditions."""
    amounts = cover.parameters.get("amounts")
    own = amounts.get(rule) if isinstance(amounts, Mapping) else None
    amount = amount if own is None else Decimal(str(own))
    return _grown(amount, cover, on, _flag(cover, "indexPrintedAmounts", defaults, False))


def steps_after(cover: Cover, on: date, before: date | None) -> Iterator[date]:
    """Yields the days after ``on`` and before ``before`` on which the sum changes, in order."""
    for day, _ in sorted(cover.sum_index):
        if day > on and day > cover.effective_from and (before is None or day < before):
            yield day


def steps_until(cover: Cover, on: date) -> tuple[tuple[str, str], ...]:
    """Returns the steps that moved the sum by a day: the 1 January and the percent, as texts."""
    steps = (step for step in sorted(cover.sum_index) if cover.effective_from < step[0] <= on)
    return tuple((day.isoformat(), f"{percent.normalize():f}") for day, percent in steps)


def _grown(amount: Decimal, cover: Cover, on: date, indexed: bool) -> Decimal:
    """Returns the amount after every step since the policy began; each step applies to the previous sum."""
    if not indexed or not cover.sum_index:
        return amount
    for day, percent in sorted(cover.sum_index):
        if cover.effective_from < day <= on:
            amount = (amount * (HUNDRED + percent) / HUNDRED).quantize(CENT, ROUND_HALF_UP)
    return amount


def _flag(cover: Cover, name: str, defaults: Mapping[str, object], usual: bool) -> bool:
    value = cover.parameters.get(name, defaults.get(name, usual))
    return value if isinstance(value, bool) else usual
