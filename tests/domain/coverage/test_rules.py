"""Every rule of the terms, on each of its sides."""

from __future__ import annotations

import pytest
from tests.domain.coverage import (
    cases_of_claim_handling,
    cases_of_crisis,
    cases_of_exclusions,
    cases_of_extended_help,
    cases_of_health,
    cases_of_misuse,
    cases_of_month_ends,
    cases_of_onset,
    cases_of_other_insurance,
    cases_of_psychologist,
    cases_of_the_contract,
    cases_of_treatments,
)
from tests.domain.coverage.asking import decided, effects
from tests.domain.coverage.rule_case import SILENT, RuleCase

from helsebro.coverage import product

CASES: list[RuleCase] = [
    *cases_of_the_contract.CASES,
    *cases_of_exclusions.CASES,
    *cases_of_onset.CASES,
    *cases_of_health.CASES,
    *cases_of_psychologist.CASES,
    *cases_of_crisis.CASES,
    *cases_of_misuse.CASES,
    *cases_of_treatments.CASES,
    *cases_of_extended_help.CASES,
    *cases_of_claim_handling.CASES,
    *cases_of_other_insurance.CASES,
    *cases_of_month_ends.CASES,
]
FOR_EVERY_CLAIM = ["R-304", "R-1202", "R-1209"]
"""Duties that have one side only."""


@pytest.mark.parametrize("one", CASES, ids=lambda one: f"{one.rule} {one.effect or 'silent'}: {one.sentence}")
def test_a_rule_comes_to_this(one: RuleCase) -> None:
    assert effects(one.decision()).get(one.rule, SILENT) == one.effect


def test_a_person_without_a_cover_is_not_insured() -> None:
    answer = decided(None).to_json("en")

    assert answer["outcome"] == "not-covered"
    assert answer["policyNumber"] is None
    assert [entry["rule"] for entry in answer["trail"]] == ["R-201"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["SA1706", "SF1706"])
def test_every_rule_has_a_case_on_each_of_its_sides(name: str) -> None:
    sides: dict[str, set[str]] = {}
    for one in CASES:
        sides.setdefault(one.rule, set()).add(one.effect)

    asked = [rule for rule in product(name).rules if rule.kind != "administration"]
    one_sided = [rule.id for rule in asked if len(sides.get(rule.id, set())) < 2]

    assert sorted(one_sided) == sorted(FOR_EVERY_CLAIM)
