"""The account of a cap: its limit, the window it counts in, and what earlier treatments have used of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from helsebro.coverage.product_head import family_of
from helsebro.coverage.question import index
from helsebro.coverage.question.facts import Situation
from helsebro.coverage.question.question import Earlier
from helsebro.coverage.question.windows import ALWAYS, Window, block, policy_year
from helsebro.coverage.rules import fields
from helsebro.coverage.rules.rule import Row

Rows = list[tuple[Earlier, bool]]
"""Earlier treatments that count, each with whether it surely does."""
NOUGHT = Decimal(0)

WINDOWS: dict[str, Callable[[Situation, Rows], Window]] = {
    "grant": lambda *_: ALWAYS,
    "lifetime": lambda *_: ALWAYS,
    "condition": lambda *_: ALWAYS,
    "policy-year": lambda at, _: policy_year(at.on, at.cover.policy_year_start),
    "twelve-months": lambda at, rows: block(at.on, (row.on for row, _ in rows), 12),
}


class Account(NamedTuple):
    """``perhaps`` is what may be used beside ``used``: rows of which too little is told, up to infinite.

    ``unpriced`` counts what is granted and not yet held for which no price is agreed: it takes no money
    before its bill, when it is counted again.
    """

    unit: str
    limit: Decimal
    used: Decimal
    perhaps: Decimal
    window: Window
    unpriced: int = 0

    @property
    def left(self) -> Decimal:
        """The limit less what is surely used, never below nought."""
        return max(self.limit - self.used, NOUGHT)


def account_of(row: Row) -> Callable[[Situation], Account]:
    """How a cap's row keeps its account. A cap on one grant counts nothing that was before."""
    unit, limit_of, counted_of = row.text("unit"), limit(row), counted(row)

    def account(situation: Situation) -> Account:
        window, rows = counted_of(situation)
        unpriced = [one for one, _ in rows if unit == "money" and one.reserved and one.cost is None]
        priced = [(one, sure) for one, sure in rows if one not in unpriced] if unpriced else rows
        used, perhaps = _used(priced, unit, situation)
        return Account(unit, limit_of(situation, situation.on), used, perhaps, window, len(unpriced))

    return account


def counted(row: Row) -> Callable[[Situation], tuple[Window, Rows]]:
    """The window of a cap around the treatment's day, and the earlier treatments that count in it."""
    window_of, rows_of, windowed = WINDOWS[row.text("window")], _rows(row), row.text("window") != "grant"

    def counted_in(situation: Situation) -> tuple[Window, Rows]:
        rows = list(rows_of(situation)) if windowed else []
        window = window_of(situation, rows)
        return window, [(one, sure) for one, sure in rows if window.holds(one.on)]

    return counted_in


def limit(row: Row) -> Callable[[Situation, date], Decimal]:
    """The limit on a day: printed, a parameter of the policy, or its annual sum (``limit`` absent)."""
    name, defaults = row.text("parameter"), row.defaults
    default, money = defaults.get(name, 0), row.text("unit") == "money"
    printed = Decimal(str(row.parameters["limit"])) if "limit" in row.parameters else None
    annual = index.shared_sum if row.parameters.get("shared") else index.annual_sum

    def limit_on(situation: Situation, on: date) -> Decimal:
        if name:
            value = situation.cover.parameters.get(name, default)
            return Decimal(str(value if fields.count(value) else default))
        if printed is None:
            return annual(situation.cover, on, defaults)
        return index.printed_amount(printed, situation.cover, on, defaults) if money else printed

    return limit_on


def _rows(row: Row) -> Callable[[Situation], Iterator[tuple[Earlier, bool]]]:
    treatments_in, of_condition = treatments_of(row), row.text("window") == "condition"
    network, shared = row.parameters.get("inNetwork"), bool(row.parameters.get("shared"))

    def rows(situation: Situation) -> Iterator[tuple[Earlier, bool]]:
        treatments = treatments_in(situation)
        for one in situation.history:
            if treatments and one.treatment_type not in treatments:
                continue
            if one.product is not None and not _counts(one.product, situation, shared):
                continue
            if of_condition and one.condition_key == "other":
                continue
            if network is not None and one.in_network is (not network):
                continue
            unclear = (network is not None and one.in_network is None) or (
                of_condition and one.condition_key is None
            )
            yield one, not unclear

    return rows


def treatments_of(row: Row) -> Callable[[Situation], frozenset[str]]:
    """The types that count: the row's own, or those of the one pool the policy may put them in (Q10)."""
    own, pool = row.names("treatments"), row.names("poolTreatments")
    usual = row.defaults.get("outOfNetworkPool")

    def treatments(situation: Situation) -> frozenset[str]:
        chosen = situation.cover.parameters.get("outOfNetworkPool", usual)
        return pool if pool and chosen == "shared" else own

    return treatments


def _counts(product: str, situation: Situation, shared: bool) -> bool:
    """Whether a treatment under that product counts here: one's own, or one that shares the sum (R-1303)."""
    cover = situation.cover
    if family_of(product) == family_of(cover.product):
        return True
    return shared and cover.other_sum is not None and family_of(product) == family_of(cover.other_product)


def _used(rows: Rows, unit: str, situation: Situation) -> tuple[Decimal, Decimal]:
    """What these rows surely use, and what more they may; an amount nobody knows may be all of it."""
    used = perhaps = NOUGHT
    currency = situation.cover.annual_sum.currency
    for row, sure in rows:
        amount: Decimal | None = Decimal(row.sessions)
        if unit == "money":
            amount = row.cost.amount if row.cost and row.cost.currency == currency else None
        elif unit == "hours":
            amount = Decimal(str(row.hours)) if row.hours is not None else None
        if amount is None:
            perhaps = Decimal("Infinity")
        elif sure:
            used += amount
        else:
            perhaps += amount
    return used, perhaps
