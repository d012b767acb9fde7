"""A comparison by hand: what an operator sees at any time; it opens no task."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from helsebro.reconciliation.difference import MoneyDifference
from helsebro.reconciliation.scope_sum import ScopeSum, added, differences_of
from helsebro_aws.reconciliation.comparison import Comparison
from helsebro_aws.reconciliation.opening import LedgerOpening

MOST_AT_ONCE = 500
"""More differences than these come in a further answer."""


@dataclass(frozen=True)
class HandReport:
    """``opened`` counts the entries that were stored. ``sums`` are those of ``payer`` so far, by clinic
    and policy, which the next call is given. ``payer`` and ``place`` are where to go on; both are None once
    every case was compared.
    """

    cases: int
    differences: tuple[MoneyDifference, ...]
    opened: int = 0
    sums: tuple[ScopeSum, ...] = ()
    payer: str | None = None
    place: str | None = None


def compare(
    comparison: Comparison,
    payer: str | None,
    place: str | None,
    has_time: Callable[[], bool],
    opening: LedgerOpening | None = None,
    begun: tuple[ScopeSum, ...] = (),
) -> HandReport:
    """Compares the cases from a place of a payer on, those of all payers after it, while there is time.

    ``begun`` are the sums of the payer before that place. With an ``opening`` it stores the entries that
    cases lack, and counts them instead of their differences.
    """
    cases, found, opened = 0, list[MoneyDifference](), 0
    for known in comparison.payers():
        if payer and known < payer:
            continue
        after, is_begun = (place if known == payer else None), False
        sums = begun if known == payer else ()
        while after or not is_begun:
            if len(found) >= MOST_AT_ONCE or not has_time():
                return HandReport(cases, tuple(found), opened, sums, known, after)
            page = comparison.page(known, after)
            cases, after, is_begun = cases + page.cases, page.place, True
            if opening:
                opened += sum(map(opening.open, {each.claim_id for each in page.differences}))
            else:
                found, sums = [*found, *page.differences], added(sums, page.sums)
        # What a clinic has with one payer is not added to what it has with another.
        found += differences_of(sums)
    return HandReport(cases, tuple(found), opened)
