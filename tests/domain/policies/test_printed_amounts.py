"""The amounts that the terms print in Danish kroner, and those of payers in another currency."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from helsebro.money import Money
from helsebro.notices.notice import change_faults
from helsebro.policies.parameters import parameter_faults
from helsebro.policies.policy import PolicyChange
from helsebro.policies.printed_amounts import amount_faults, rules_with_amounts
from tests.builders.domain.policies import policy
from tests.builders.domain.terms import full_terms

OWN = dict.fromkeys(rules_with_amounts("SF1706"), "450.00")


def faults(amounts: Any, currency: str = "NOK", product: str = "SF1706") -> list[tuple[str, str]]:
    parameters = {"amounts": amounts}
    found = [*parameter_faults(parameters), *amount_faults(product, parameters, currency)]
    return [(fault.pointer, fault.code) for fault in found]


@pytest.mark.parametrize("product", ["SA1706", "SF1706"])
def test_every_row_with_an_amount_of_money_is_found(product: str) -> None:
    printed = {
        row["rule"]
        for row in full_terms(product)["rules"]
        if "most" in row or (row.get("unit") == "money" and "limit" in row)
    }
    assert printed == {*rules_with_amounts(product)}
    assert {"R-843", "R-771"} <= printed


def test_a_norwegian_policy_needs_an_amount_for_every_rule_that_prints_one() -> None:
    part = {rule: amount for rule, amount in OWN.items() if rule not in ("R-843", "R-1104")}
    assert faults(OWN) == []
    assert sorted(faults(part)) == [
        ("/parameters/amounts/R-1104", "amount-of-rule-missing"),
        ("/parameters/amounts/R-843", "amount-of-rule-missing"),
    ]
    assert len(amount_faults("SF1706", {}, "NOK")) == len(OWN)


def test_a_missing_amount_names_its_clause_what_that_says_and_what_it_prints() -> None:
    [fault] = [fault for fault in amount_faults("SF1706", {}, "NOK") if fault.detail == "R-843"]
    assert (fault.facts["clause"], fault.facts["printed"]) == ("8.4.2", Money.of(300))
    says = cast("dict[str, str]", fault.facts["says"])
    assert sorted(says) == ["da", "en", "nb"]
    assert says["en"] == "The subsidy is at most DKK 300 per session."


def test_the_guide_of_payers_lists_every_amount_with_its_clause() -> None:
    guide = Path("docs/payers.md").read_text("utf-8")
    listed = re.findall(
        r"^\| `(R-\d+)` \| ([\d.]+) \| .+ \| ([\d,]+) \| (both|`SF1706`) \|$", guide, re.MULTILINE
    )
    of_terms = {fault.detail: fault.facts for fault in amount_faults("SF1706", {}, "NOK")}
    assert {(rule, clause, Money.of(printed.replace(",", ""))) for rule, clause, printed, _ in listed} == {
        (rule, facts["clause"], facts["printed"]) for rule, facts in of_terms.items()
    }
    assert {rule for rule, _, _, products in listed if products == "both"} == {*rules_with_amounts("SA1706")}


def test_a_danish_policy_needs_no_amounts_and_may_have_some() -> None:
    assert amount_faults("SF1706", {}, "DKK") == []
    assert faults({"R-843": "400.00"}, "DKK") == []


@pytest.mark.parametrize(
    "amounts, expected",
    [
        ({"R-834": "500"}, [("/parameters/amounts/R-834", "amount-of-no-rule")]),
        ({"R-843": "-1.00"}, [("/parameters/amounts/R-843", "parameter-amount")]),
        ({"R-843": "much"}, [("/parameters/amounts/R-843", "parameter-amount")]),
        ({"R-843": 450}, [("/parameters/amounts/R-843", "parameter-amount")]),
        ({"a rule": "1.00"}, [("/parameters/amounts", "parameter-value")]),
        ("450.00", [("/parameters/amounts", "parameter-value")]),
    ],
)
def test_an_unknown_rule_and_a_wrong_amount_are_faults(amounts: Any, expected: list[tuple[str, str]]) -> None:
    assert faults(amounts, "DKK")[:1] == expected


def test_a_notice_that_replaces_the_parameters_keeps_every_amount() -> None:
    norwegian = policy(annual_sum=Money.of(1, "NOK"), parameters={"amounts": OWN})
    change = PolicyChange("ntc_1", date(2027, 1, 1), parameters={"firstGrantPhysical": 4})
    assert {fault.code for fault in change_faults(norwegian, change)} == {"amount-of-rule-missing"}
    kept = PolicyChange("ntc_1", date(2027, 1, 1), parameters={"firstGrantPhysical": 4, "amounts": OWN})
    assert change_faults(norwegian, kept) == []
