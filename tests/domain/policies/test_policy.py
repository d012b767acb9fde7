from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.caller import CASEWORKER, EMPLOYER, MEMBER, UNDERWRITING, Caller
from helsebro.coverage.product_head import known_products
from helsebro.errors import BadInput
from helsebro.money import Money
from helsebro.policies.policy import PolicyChange, month_day_faults
from tests.builders.domain.policies import policy

POLICY = policy(effective_from=date(2026, 1, 1), modules=frozenset({"health", "extended"}))


def faults_of(**changes: Any) -> list[str]:
    with pytest.raises(BadInput) as refused:
        replace(POLICY, **changes)
    return [fault.pointer for fault in refused.value.faults]


def test_extended_help_is_not_a_module_of_the_work_policy() -> None:
    assert faults_of(product="SA1706") == ["/modules/0"]
    assert replace(POLICY, product="SA1706", modules=frozenset({"health"})).product == "SA1706"


@pytest.mark.parametrize("text", ["01-01", "12-31", "02-29", "06-30"])
def test_a_policy_year_starts_on_a_day_of_a_year(text: str) -> None:
    assert month_day_faults(text) == []


@pytest.mark.parametrize(
    "text", ["", "1-1", "02-30", "13-01", "00-10", "01/01", "0101", "-W01", "1-001", 101, None]
)
def test_a_date_that_is_not_a_day_of_a_year_is_a_fault(text: object) -> None:
    assert [fault.pointer for fault in month_day_faults(text)] == ["/policyYearStart"]


@pytest.mark.parametrize(
    "name, value, is_good",
    [
        ("crisisSessions", 5, True),
        ("crisisSessions", 0, True),
        ("crisisSessions", -1, False),
        ("crisisSessions", True, False),
        ("crisisSessions", "5", False),
        ("subsidyDeducted", False, True),
        ("subsidyDeducted", 0, False),
        ("ownName", "text", True),
        ("ownName", 1.5, False),
        ("ownName", [], False),
        ("ownName", "x" * 201, False),
        ("Own name", 1, False),
    ],
)
def test_a_parameter_has_a_value_of_its_type(name: str, value: object, is_good: bool) -> None:
    if is_good:
        assert replace(POLICY, parameters={name: value}).parameters == {name: value}
    else:
        assert faults_of(parameters={name: value})[0].startswith("/parameters")


def test_all_faults_are_reported_at_once() -> None:
    told = faults_of(product="SA1706", policy_year_start="x", parameters={"crisisSessions": "x"})
    assert told == ["/policyYearStart", "/modules/0", "/parameters/crisisSessions"]


@pytest.mark.parametrize(
    "caller, sees",
    [
        (Caller("s", frozenset({UNDERWRITING}), payer="tryg"), True),
        (Caller("s", frozenset({UNDERWRITING}), payer="other"), False),
        (Caller("s", frozenset({CASEWORKER}), payer="tryg"), False),
        (Caller("e", frozenset({EMPLOYER}), cvr="12345674"), True),
        (Caller("e", frozenset({EMPLOYER, MEMBER}), cvr="87654321"), False),
        (Caller("m", frozenset({MEMBER}), cvr="12345674"), False),
        (Caller("s", frozenset({UNDERWRITING}), payer="other", cvr="12345674"), False),
        (Caller("m", frozenset({MEMBER})), False),
    ],
)
def test_its_payers_underwriting_and_its_policyholder_see_a_policy(caller: Caller, sees: bool) -> None:
    assert POLICY.is_visible_to(caller) is sees


# How it stands on a day

SECOND = PolicyChange("ntc_2", date(2028, 1, 1), parameters={"crisisSessions": 7})
FIRST = PolicyChange("ntc_1", date(2027, 1, 1), modules=frozenset({"health"}), annual_sum=Money.of(600_000))


@pytest.mark.parametrize(
    "day, modules, amount, parameters",
    [
        (date(2026, 12, 31), {"health", "extended"}, 500_000, {}),
        (date(2027, 1, 1), {"health"}, 600_000, {}),
        (date(2028, 1, 1), {"health"}, 600_000, {"crisisSessions": 7}),
    ],
)
def test_a_policy_on_a_day_has_the_changes_in_effect_by_then(
    day: date, modules: set[str], amount: int, parameters: dict[str, object]
) -> None:
    stood = POLICY.changed(SECOND).changed(FIRST).on(day)
    assert set(stood.modules) == modules
    assert (stood.annual_sum, stood.parameters) == (Money.of(amount), parameters)


def test_each_change_makes_the_next_version_and_can_be_removed() -> None:
    changed = POLICY.changed(FIRST).changed(SECOND)
    assert (POLICY.version, changed.version) == (1, 3)
    back = changed.without("ntc_1")
    assert (back.changes, back.version) == ((SECOND,), 4)
    ended = PolicyChange("ntc_3", FIRST.effective_on, ends=True)
    assert changed.changed(ended, instead_of="ntc_1").changes == (SECOND, ended)


def test_a_change_that_makes_the_policy_invalid_is_rejected() -> None:
    work = replace(POLICY, product="SA1706", modules=frozenset({"health"}))
    with pytest.raises(BadInput):
        work.changed(PolicyChange("ntc_1", date(2027, 1, 1), modules=frozenset({"extended"})))
    with pytest.raises(BadInput):
        POLICY.changed(PolicyChange("ntc_1", date(2027, 1, 1), product="XX9999"))


def test_the_sum_counts_from_its_last_change() -> None:
    changed = POLICY.changed(FIRST).changed(SECOND)
    days = [date(2026, 12, 31), date(2027, 1, 1), date(2030, 1, 1)]
    assert [changed.sum_since(day) for day in days] == [date(2026, 1, 1)] + 2 * [date(2027, 1, 1)]


def test_a_policy_renews_for_an_equal_term_until_it_is_cancelled() -> None:
    assert POLICY.ends_on is None
    assert POLICY.term(date(2026, 1, 1)) == (date(2026, 1, 1), date(2026, 12, 31))
    assert POLICY.term(date(2031, 12, 31)) == (date(2031, 1, 1), date(2031, 12, 31))
    assert POLICY.changed(PolicyChange("n", date(2027, 1, 1), ends=True)).ends_on == date(2026, 12, 31)


def test_the_first_term_ends_before_the_first_main_due_date_and_an_ended_policy_earlier() -> None:
    june = replace(POLICY, effective_from=date(2026, 6, 15))
    assert june.term(date(2026, 7, 1)) == (date(2026, 6, 15), date(2026, 12, 31))
    ended = june.changed(PolicyChange("n", date(2026, 9, 1), ends=True))
    assert ended.term(date(2026, 7, 1)) == (date(2026, 6, 15), date(2026, 8, 31))


def test_an_enrolment_after_the_last_day_is_rejected() -> None:
    ended = POLICY.changed(PolicyChange("n", date(2027, 1, 1), ends=True))
    ended.must_take(date(2026, 12, 31))
    POLICY.must_take(date(2027, 1, 1))
    with pytest.raises(BadInput):
        ended.must_take(date(2027, 1, 1))


def test_due_dates_are_the_main_due_date_and_those_agreed() -> None:
    quarterly = replace(POLICY, policy_year_start="07-01", premium_due=("01-01", "04-01", "10-01"))
    assert quarterly.main_due(date(2026, 7, 1)) == date(2026, 7, 1)
    assert quarterly.main_due(date(2026, 7, 2)) == date(2027, 7, 1)
    assert quarterly.next_due(date(2026, 7, 2)) == date(2026, 10, 1)
    assert quarterly.first_due_of(2027) == date(2027, 1, 1)
    assert POLICY.main_due(date(2026, 1, 1)) == date(2027, 1, 1), "the day it begins renews nothing"


def test_a_policy_needs_a_product_with_terms() -> None:
    assert {"SA1706", "SF1706"} <= {*known_products()}
    assert faults_of(product="SA9999", modules=frozenset({"health"})) == ["/product"]
    assert faults_of(premium_due=("01-01", "13-01")) == ["/premiumDue/1"]
