"""A comparison by hand: what an operator sees at any time; it stores nothing and opens no task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from helsebro.reconciliation.difference import Difference
from helsebro_aws.reconciliation.comparison import Comparison

MOST_AT_ONCE = 500
"""More differences than these come in a further answer."""


@dataclass(frozen=True)
class HandReport:
    """``payer`` and ``place`` are where to go on; both are None once every case was compared."""

    cases: int
    differences: tuple[Difference, ...]
    payer: str | None = None
    place: str | None = None


def compare(
    comparison: Comparison, payer: str | None, place: str | None, has_time: Callable[[], bool]
) -> HandReport:
    """Compares the cases from a place of a payer on, those of all payers after it, while there is time."""
    cases, found = 0, list[Difference]()
    for known in comparison.payers():
        if payer and known < payer:
            continue
        after, is_begun = (place if known == payer else None), False
        while after or not is_begun:
            if len(found) >= MOST_AT_ONCE or not has_time():
                return HandReport(cases, tuple(found), known, after)
            page = comparison.page(known, after)
            cases, after, is_begun = cases + page.cases, page.place, True
            found += page.differences
    return HandReport(cases, tuple(found))
