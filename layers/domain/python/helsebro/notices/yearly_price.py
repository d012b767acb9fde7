"""Yearly price: the price is adjusted and indexed once a year, each on its own day (R-1317, R-1319)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from helsebro.notices.breach import NoticeBreach
from helsebro.notices.notice import Notice
from helsebro.policies.index_table import IndexYear
from helsebro.policies.policy import Policy
from helsebro.policies.pricing import factors_in


def adjusted(notice: Notice, policy: Policy) -> Iterator[NoticeBreach]:
    """Yields what is wrong with a change of the pricing factors: they change once, as a policy year begins.

    The first due date of a policy year is its first day (R-1317). It holds for every kind of notice.
    """
    day, change = notice.effective_on, notice.change
    if change is None or change.parameters is None or day < policy.effective_from:
        return
    before = factors_in(policy.on(day - timedelta(days=1)).parameters)
    if factors_in(change.parameters) == before:
        return
    if policy.term(day)[0] != day:
        due = policy.main_due(day).isoformat()
        yield NoticeBreach("R-1317", "not-the-policy-years-first-due-date", "/effectiveOn", due)
        return
    others = [known.parameters for known in policy.changes if known.effective_on == day]
    if any(factors_in(parameters) != before for parameters in others if parameters is not None):
        yield NoticeBreach("R-1317", "price-adjusted-already", "/effectiveOn", day.isoformat())


def indexed(
    notice: Notice, policy: Policy, earlier: Sequence[Notice], index: IndexYear | None
) -> Iterator[NoticeBreach]:
    """Yields what is wrong with a price that follows the payer's index: it does so once a year (R-1319)."""
    year = notice.effective_on.year
    first = policy.first_due_of(year)
    if notice.effective_on != first:
        yield NoticeBreach("R-1319", "not-the-years-first-due-date", "/effectiveOn", first.isoformat())
    if any(_follows_index(known) and known.effective_on.year == year for known in earlier):
        yield NoticeBreach("R-1319", "price-indexed-already", "/effectiveOn", str(year))
    if index is None:
        yield NoticeBreach("R-1319", "index-not-set", "/effectiveOn", str(year))
    elif notice.percent is not None and notice.percent != index.percent:
        yield NoticeBreach("R-1319", "not-the-index", "/percent", f"{index.percent.normalize():f}")


def _follows_index(notice: Notice) -> bool:
    return notice.kind == "price" and notice.basis == "index" and notice.undone is None
