"""The price is adjusted and indexed once a year, each on its own day (R-1317, R-1319)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from helsebro.ids import PolicyId
from helsebro.notices.breach import NoticeBreach
from helsebro.notices.notice import KINDS, Notice, NoticeKind
from helsebro.notices.yearly_price import adjusted, indexed
from helsebro.policies.index_table import IndexYear
from helsebro.policies.policy import Policy, PolicyChange
from tests.builders.domain.policies import policy

BEFORE: dict[str, object] = {"pricedEmployees": 100, "firstGrantPhysical": 4}
AFTER: dict[str, object] = {**BEFORE, "pricedEmployees": 120}
YEARLY = policy(policy_year_start="04-01", premium_due=("10-01",), parameters=BEFORE)
INDEX = IndexYear(2027, Decimal("2.50"))


def notice(effective_on: str, kind: NoticeKind = "agreed", **more: Any) -> Notice:
    day = date.fromisoformat(effective_on)
    return Notice("ntc_9", "tryg", PolicyId("pol_a"), kind, "payer", date(2026, 11, 1), day, **more)


def change(effective_on: str, parameters: dict[str, object], notice_id: str = "ntc_9") -> PolicyChange:
    return PolicyChange(notice_id, date.fromisoformat(effective_on), parameters=parameters)


def codes(breaches: Any) -> list[tuple[str, str]]:
    found: list[NoticeBreach] = [*breaches]
    return [(breach.code, breach.limit) for breach in found]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "day, is_right", [("2027-04-01", True), ("2027-10-01", False), ("2027-01-01", False)]
)
def test_pricing_factors_change_as_a_policy_year_begins(kind: NoticeKind, day: str, is_right: bool) -> None:
    due = "2028-04-01" if day > "2027-04-01" else "2027-04-01"
    wrong = [] if is_right else [("not-the-policy-years-first-due-date", due)]
    assert codes(adjusted(notice(day, kind, change=change(day, AFTER)), YEARLY)) == wrong


@pytest.mark.parametrize("parameters", [{**BEFORE, "firstGrantPhysical": 6}, BEFORE, None])
def test_other_changes_may_begin_on_any_day(parameters: dict[str, object] | None) -> None:
    day = "2027-05-06"
    other = PolicyChange("ntc_9", date.fromisoformat(day), parameters=parameters)
    assert codes(adjusted(notice(day, change=other), YEARLY)) == []


def test_a_factor_that_is_left_out_is_a_change() -> None:
    day = "2027-05-06"
    left_out = notice(day, change=change(day, {"firstGrantPhysical": 4}))
    assert [code for code, _ in codes(adjusted(left_out, YEARLY))] == ["not-the-policy-years-first-due-date"]


def test_the_factors_change_once_in_a_policy_year() -> None:
    day = "2027-04-01"
    known = YEARLY.changed(change(day, AFTER, "ntc_1"))
    again = notice(day, change=change(day, {**AFTER, "pricedEmployees": 130}))
    assert codes(adjusted(again, known)) == [("price-adjusted-already", day)]
    assert codes(adjusted(again, known.without("ntc_1"))) == []


def test_a_later_year_may_change_them_again() -> None:
    known = YEARLY.changed(change("2027-04-01", AFTER, "ntc_1"))
    again = notice("2028-04-01", change=change("2028-04-01", {**AFTER, "pricedEmployees": 130}))
    assert codes(adjusted(again, known)) == []


def follows(earlier: tuple[Notice, ...] = (), index: IndexYear | None = INDEX, of: Policy = YEARLY) -> Any:
    rise = notice("2027-04-01", "price", basis="index", percent=Decimal("2.5"))
    return codes(indexed(rise, of, earlier, index))


def test_a_price_follows_the_payers_index_of_the_year() -> None:
    assert follows() == []
    assert follows(index=replace(INDEX, percent=Decimal(3))) == [("not-the-index", "3")]
    assert follows(index=None) == [("index-not-set", "2027")]


def test_a_price_is_indexed_once_a_year() -> None:
    before = notice("2027-04-01", "price", basis="index", percent=Decimal(1))
    assert follows((before,)) == [("price-indexed-already", "2027")]
    others = (
        replace(before, undone="withdrawn"),
        replace(before, effective_on=date(2026, 4, 1)),
        replace(before, basis=None),
    )
    assert follows(others) == []
