"""The account of a cap: its limit, its window, and what earlier treatments have used of it."""

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
"""Earlier treatments that count; True for those that certainly do."""
ZERO = Decimal(0)

WINDOWS: dict[str, Callable[[Situation, Rows], Window]] = {
    "lifetime": lambda at, _: Window(at.cover.starts_on, None),
    "condition": lambda *_: ALWAYS,
    "policy-year": lambda at, _: policy_year(at.on, at.cover.policy_year_start),
    "twelve-months": lambda at, rows: block(at.on, (row.on for row, _ in rows), 12),
}


class Account(NamedTuple):
    """``possibly_used`` is what may be used besides ``used``, by rows with unknown facts; it may be infinite.

    ``unpriced`` counts grants that are not yet held and have no agreed price: they use no money until their
    bill, when they are counted again. ``reserved`` is the part of ``used`` that is granted and not yet held.
    """

    unit: str
    limit: Decimal
    used: Decimal
    possibly_used: Decimal
    window: Window
    unpriced: int = 0
    reserved: Decimal = ZERO

    @property
    def held(self) -> Decimal:
        """What is used by treatments that were held."""
        return self.used - self.reserved

    @property
    def left(self) -> Decimal:
        """The limit less what is certainly used, never below zero."""
        return max(self.limit - self.used, ZERO)


def account_of(row: Row) -> Callable[[Situation], Account]:
    """Returns how a cap's row is counted."""
    unit, limit_of, counted_of = row.text("unit"), limit(row), counted(row)

    def account(situation: Situation) -> Account:
        window, rows = counted_of(situation)
        unpriced = [past for past, _ in rows if unit == "money" and past.reserved and past.cost is None]
        priced = [(past, sure) for past, sure in rows if past not in unpriced] if unpriced else rows
        used, possibly_used = _used(priced, unit, situation)
        reserved, _ = _used([(past, sure) for past, sure in priced if past.reserved], unit, situation)
        most = limit_of(situation, situation.on)
        return Account(unit, most, used, possibly_used, window, len(unpriced), reserved)

    return account


def counted(row: Row) -> Callable[[Situation], tuple[Window, Rows]]:
    """Returns the window of a cap around the treatment's day, and the earlier treatments that count in it."""
    window_of, rows_of = WINDOWS[row.text("window")], _rows(row)

    def counted_in(situation: Situation) -> tuple[Window, Rows]:
        rows = list(rows_of(situation))
        window = window_of(situation, rows)
        return window, [(past, sure) for past, sure in rows if window.holds(past.on)]

    return counted_in


def limit(row: Row) -> Callable[[Situation, date], Decimal]:
    """Returns the limit on a day: printed, a policy parameter, or the annual sum (``limit`` absent)."""
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
        return index.printed_amount(printed, situation.cover, on, defaults, row.rule) if money else printed

    return limit_on


def _rows(row: Row) -> Callable[[Situation], Iterator[tuple[Earlier, bool]]]:
    treatments_in, of_condition = treatments_of(row), row.text("window") == "condition"
    network, shared = row.parameters.get("inNetwork"), bool(row.parameters.get("shared"))

    def rows(situation: Situation) -> Iterator[tuple[Earlier, bool]]:
        treatments = treatments_in(situation)
        for past in situation.history:
            if treatments and past.treatment_type not in treatments:
                continue
            if past.product is not None and not _counts(past.product, situation, shared):
                continue
            if of_condition and past.condition_key == "other":
                continue
            if network is not None and past.in_network is (not network):
                continue
            unclear = (network is not None and past.in_network is None) or (
                of_condition and past.condition_key is None
            )
            yield past, not unclear

    return rows


def treatments_of(row: Row) -> Callable[[Situation], frozenset[str]]:
    """Returns the types that count: the row's own, or those of the pool that the policy chooses (Q10)."""
    own, pool = row.names("treatments"), row.names("poolTreatments")
    usual = row.defaults.get("outOfNetworkPool")

    def treatments(situation: Situation) -> frozenset[str]:
        chosen = situation.cover.parameters.get("outOfNetworkPool", usual)
        return pool if pool and chosen == "shared" else own

    return treatments


def _counts(product: str, situation: Situation, shared: bool) -> bool:
    """Returns whether a treatment under a product counts: the cover's own or one sharing its sum (R-1303)."""
    cover = situation.cover
    if family_of(product) == family_of(cover.product):
        return True
    return shared and cover.other_sum is not None and family_of(product) == family_of(cover.other_product)


def _used(rows: Rows, unit: str, situation: Situation) -> tuple[Decimal, Decimal]:
    """Returns what these rows certainly use and what they may use besides; an unknown amount is infinite."""
    used = possibly_used = ZERO
    currency = situation.cover.annual_sum.currency
    for row, sure in rows:
        amount: Decimal | None = Decimal(row.sessions)
        if unit == "money":
            amount = row.cost.amount if row.cost and row.cost.currency == currency else None
        elif unit == "hours":
            amount = Decimal(str(row.hours)) if row.hours is not None else None
        if amount is None:
            possibly_used = Decimal("Infinity")
        elif sure:
            used += amount
        else:
            possibly_used += amount
    return used, possibly_used
