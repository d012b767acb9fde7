"""Reconciliation: one night's comparison of a payer's ledger with what it books, case by case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from helsebro.reconciliation.difference import MoneyDifference
from helsebro.reconciliation.scope_sum import ScopeSum

MOST_LISTED = 50
"""More differences are counted, and each of their cases has its task."""


@dataclass(frozen=True)
class Reconciliation:
    """``place`` is where the next page of cases begins, None once every case was compared.

    ``differences`` counts all, and ``listed`` has the first of them. ``sums`` are those of the cases so far,
    by clinic and policy; once all are compared they are judged, and none is left.
    """

    payer: str
    day: date
    began_at: datetime
    place: str | None
    cases: int = 0
    differences: int = 0
    listed: tuple[MoneyDifference, ...] = ()
    sums: tuple[ScopeSum, ...] = ()
    ended_at: datetime | None = None
    version: int = 1

    @property
    def is_finished(self) -> bool:
        """Whether every case was compared."""
        return self.ended_at is not None

    def after(
        self,
        cases: int,
        found: Sequence[MoneyDifference],
        place: str | None,
        at: datetime,
        sums: tuple[ScopeSum, ...] = (),
    ) -> Reconciliation:
        """Returns it after so many further cases; without a further ``place`` it is finished."""
        return replace(
            self,
            place=place,
            cases=self.cases + cases,
            differences=self.differences + len(found),
            listed=(*self.listed, *found)[:MOST_LISTED],
            sums=sums if place else (),
            ended_at=None if place else at,
            version=self.version + 1,
        )
