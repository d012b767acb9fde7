"""Every rule of the terms, with cases on each side of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helsebro.coverage.terms.product import product
from tests.builders.domain.asking import decided, effects
from tests.domain.coverage.cases.rule_case import SILENT, RuleCase
from tests.domain.coverage.cases.rule_cases import CASES

FOR_EVERY_CLAIM = ["R-304", "R-1202", "R-1209"]
"""Duties that have one side only."""
ALL_RULES = json.loads((Path(__file__).parent / "rules_of_the_terms.json").read_text(encoding="utf-8"))
JUDGED = [rule["rule"] for rule in ALL_RULES if "J" in rule["decided"]]
CASES_AT_WORK = [case for case in CASES if case.applies_at_work]
TOLD_OUTRIGHT: dict[str, str] = {
    "R-601": "the treatment asked for says by itself that it is the clarifying of a cause",
    "R-604": "the report of the absence says whether a valid reason is accepted",
    "R-620": "a person judges the circumstance before it is entered",
    "R-621": "a person judges the circumstance before it is entered",
    "R-622": "a person judges the circumstance before it is entered",
    "R-627": "the treatment asked for is a work-up or it is not",
    "R-301": "the cause is known; an unknown cause refers when there are two policies",
    "R-741": "an examination on a referral is one that a doctor found needed",
    "R-761": "a specialist's treatment on a referral is one that a doctor found needed",
    "R-7141": "the event and its day are known, and the health team speaks with the person before it begins",
    **dict.fromkeys(("R-831", "R-841", "R-921"), "the need beyond a first portion is for the health team"),
    "R-1110": "the distance is known; R-1113's note says what is reasonable",
}
"""Rules of judgement that decide, because a fact of the question contains the judgement."""


def names(case: RuleCase) -> str:
    return f"{case.rule} {case.effect or 'silent'}: {case.sentence}"


@pytest.mark.parametrize("case", CASES, ids=names)
def test_a_rule_has_this_effect(case: RuleCase) -> None:
    assert effects(case.decision()).get(case.rule, SILENT) == case.effect


@pytest.mark.parametrize("case", CASES_AT_WORK, ids=names)
def test_a_rule_has_the_same_effect_under_the_work_policy(case: RuleCase) -> None:
    assert effects(case.decision_at_work()).get(case.rule, SILENT) == case.effect


def test_a_person_without_a_cover_is_not_insured() -> None:
    answer = decided(None).answer()

    assert answer.outcome == "not-covered"
    assert answer.policy_number is None
    assert [step.rule for step in answer.trail] == ["R-201"]


def sides() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for case in CASES:
        found.setdefault(case.rule, set()).add(case.effect)
    return found


@pytest.mark.parametrize("name", ["SA1706", "SF1706"])
def test_every_rule_has_a_case_on_each_of_its_sides(name: str) -> None:
    found = sides()
    asked = [rule for rule in product(name).rules if rule.kind != "administration"]
    one_sided = [rule.id for rule in asked if len(found.get(rule.id, set())) < 2]

    assert sorted(one_sided) == sorted(FOR_EVERY_CLAIM)


@pytest.mark.parametrize("rule", JUDGED)
def test_a_rule_of_judgement_refers_or_is_a_duty_unless_a_fact_contains_the_judgement(rule: str) -> None:
    by_a_person = sides()[rule] & {"refer", "note"}

    assert by_a_person or rule in TOLD_OUTRIGHT


def test_there_are_a_hundred_and_ninety_three_rules() -> None:
    assert len({rule["rule"] for rule in ALL_RULES}) == len(ALL_RULES) == 193


@pytest.mark.parametrize("name, policy", [("SA1706", "work"), ("SF1706", "leisure")])
def test_every_rule_is_in_the_terms_under_its_printed_clause(name: str, policy: str) -> None:
    printed = {rule["rule"]: rule[policy] for rule in ALL_RULES if rule[policy]}

    assert {rule.id: rule.clause for rule in product(name).rules} == printed


def test_a_rule_about_notices_is_administration() -> None:
    notices = {rule["rule"] for rule in ALL_RULES if rule["decided"] == "N"}

    assert {rule.kind for rule in product("SF1706").rules if rule.id in notices} == {"administration"}
