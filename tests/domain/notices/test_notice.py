from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from helsebro.errors import BadInput
from helsebro.ids import PolicyId
from helsebro.money import Money
from helsebro.notices.notice import (
    KINDS,
    SENT_BY,
    Notice,
    PayerFee,
    basis_faults,
    change_faults,
    field_faults,
)
from helsebro.policies.policy import PolicyChange
from tests.builders.domain.policies import policy

POLICY = policy()
NEW_YEAR = date(2027, 1, 1)
CHANGE = PolicyChange("ntc_1", NEW_YEAR, annual_sum=Money.of(600_000))


def notice(kind: Any, **more: Any) -> Notice:
    sent_by = SENT_BY[kind][0]
    return replace(
        Notice("ntc_1", "tryg", PolicyId("pol_a"), kind, sent_by, date(2026, 11, 1), NEW_YEAR), **more
    )


@pytest.mark.parametrize("kind", ["cancellation", "claim-cancellation"])
def test_a_cancellation_ends_the_policy_before_its_day(kind: str) -> None:
    after = notice(kind).effect_on(POLICY)
    assert (after.ends_on, after.version) == (date(2026, 12, 31), 2)


@pytest.mark.parametrize("kind", ["conditions", "claim-change", "agreed"])
def test_a_change_applies_from_its_day_on(kind: str) -> None:
    after = notice(kind, change=CHANGE).effect_on(POLICY)
    sums = [after.on(day).annual_sum for day in (date(2026, 12, 31), NEW_YEAR)]
    assert sums == [Money.of(500_000), Money.of(600_000)]


def test_a_refused_change_never_applies_and_the_policy_ends_on_its_day() -> None:
    noticed = notice("conditions", change=CHANGE).effect_on(POLICY)
    after = notice("not-accepted", notice_id="ntc_2", about="ntc_1").effect_on(noticed)
    assert after.ends_on == date(2026, 12, 31)
    assert after.on(NEW_YEAR).annual_sum == Money.of(500_000)
    assert after.version == 3


def test_a_withdrawn_notice_leaves_the_policy_unchanged() -> None:
    cancelled = notice("cancellation").effect_on(POLICY)
    after = notice("withdrawn", notice_id="ntc_2", about="ntc_1").effect_on(cancelled)
    assert (after.ends_on, after.changes, after.version) == (None, (), 3)


@pytest.mark.parametrize("kind", ["fee", "small-price", "price", "conditions"])
def test_a_notice_that_changes_no_terms_makes_a_new_version_too(kind: str) -> None:
    assert notice(kind).effect_on(POLICY) == replace(POLICY, version=2)


def test_a_fee_is_lower_only_than_its_old_amount() -> None:
    before = Money.of(50)
    amounts = [PayerFee("print", Money.of(amount), before).is_lower for amount in (49, 50, 51)]
    assert amounts == [True, False, False]
    assert not PayerFee("print", Money.of(1)).is_lower


@pytest.mark.parametrize(
    "changes, today, state",
    [
        ({}, date(2026, 12, 18), "noticed"),
        ({}, date(2026, 12, 19), "accepted"),
        ({}, NEW_YEAR, "in-effect"),
        ({"undone": "withdrawn"}, NEW_YEAR, "withdrawn"),
        ({"kind": "not-accepted"}, date(2026, 11, 2), "in-effect"),
    ],
)
def test_no_answer_accepts_a_notice(changes: dict[str, Any], today: date, state: str) -> None:
    told = replace(notice("price", percent=Decimal(9)), **changes)
    assert told.state(date(2026, 12, 18), today) == state


def test_a_notice_that_cannot_be_refused_is_accepted_at_once() -> None:
    assert notice("fee").state(None, date(2026, 11, 1)) == "accepted"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_fields_and_no_others(kind: Any) -> None:
    missing = field_faults(kind, {"kind", "sentOn"})
    assert {fault.code for fault in missing} == {"missing"}
    told = {fault.pointer.removeprefix("/") for fault in missing}
    assert field_faults(kind, told) == []
    assert [fault.pointer for fault in field_faults(kind, told | {"bmi"})] == ["/bmi"]


@pytest.mark.parametrize(
    "kind, basis, is_known",
    [
        ("price", "law", True),
        ("price", "index", True),
        ("price", "clarifying", False),
        ("conditions", "clarifying", True),
        ("conditions", "index", False),
        ("fee", "law", False),
    ],
)
def test_each_kind_has_its_own_grounds(kind: str, basis: str, is_known: bool) -> None:
    assert (basis_faults(kind, basis) == []) == is_known


def test_a_change_that_makes_the_policy_invalid_is_a_fault() -> None:
    assert change_faults(POLICY, None) == []
    assert change_faults(POLICY, CHANGE) == []
    work = replace(POLICY, product="SA1706")
    extended = PolicyChange("ntc_1", NEW_YEAR, modules=frozenset({"extended"}))
    assert [fault.pointer for fault in change_faults(work, extended)] == ["/change/modules/0"]
    with pytest.raises(BadInput):
        notice("agreed", change=extended).effect_on(work)
