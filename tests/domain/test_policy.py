from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.caller import CASEWORKER, EMPLOYER, MEMBER, UNDERWRITING, Caller
from helsebro.errors import BadInput
from helsebro.money import Money
from helsebro.policy import Policy, Policyholder, month_day_faults

POLICY = Policy(
    policy_id="pol_a",
    payer="tryg",
    number="P-1",
    product="SF1706",
    policyholder=Policyholder("Havn A/S", "12345674"),
    effective_from=date(2026, 1, 1),
    policy_year_start="01-01",
    modules=frozenset({"health", "extended"}),
    annual_sum=Money.of(500_000),
)


def faults_of(**changes: Any) -> list[str]:
    with pytest.raises(BadInput) as refused:
        replace(POLICY, **changes)
    return [fault.pointer for fault in refused.value.faults]


def test_extended_help_is_no_module_of_the_work_policy() -> None:
    assert faults_of(product="SA1706") == ["/modules/0"]
    assert replace(POLICY, product="SA1706", modules=frozenset({"health"})).product == "SA1706"


@pytest.mark.parametrize("text", ["01-01", "12-31", "02-29", "06-30"])
def test_a_policy_year_starts_on_a_day_of_a_year(text: str) -> None:
    assert month_day_faults(text) == []


@pytest.mark.parametrize(
    "text", ["", "1-1", "02-30", "13-01", "00-10", "01/01", "0101", "-W01", "1-001", 101, None]
)
def test_what_is_no_day_of_any_year_is_a_fault(text: object) -> None:
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
def test_a_parameter_has_the_value_that_its_name_asks_for(name: str, value: object, is_good: bool) -> None:
    if is_good:
        assert replace(POLICY, parameters={name: value}).parameters == {name: value}
    else:
        assert faults_of(parameters={name: value})[0].startswith("/parameters")


def test_all_faults_are_told_at_once() -> None:
    told = faults_of(product="SA1706", policy_year_start="x", parameters={"crisisSessions": "x"})
    assert told == ["/policyYearStart", "/modules/0", "/parameters/crisisSessions"]


def test_the_sum_is_in_the_payers_currency() -> None:
    POLICY.must_be_in("DKK")
    with pytest.raises(BadInput):
        POLICY.must_be_in("NOK")


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
def test_its_payers_underwriting_and_its_holder_see_a_policy(caller: Caller, sees: bool) -> None:
    assert POLICY.is_visible_to(caller) is sees
