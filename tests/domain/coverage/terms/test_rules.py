"""Every rule of the terms, on each of its sides."""

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
CASES_AT_WORK = [one for one in CASES if one.has_its_like_at_work]
TOLD_OUTRIGHT: dict[str, str] = {
    "R-601": "the treatment asked for says by itself that it is the clarifying of a cause",
    "R-604": "whoever reports the absence says whether a valid reason is accepted",
    "R-620": "the circumstance is told only once somebody has judged it",
    "R-621": "the circumstance is told only once somebody has judged it",
    "R-622": "the circumstance is told only once somebody has judged it",
    "R-627": "the treatment asked for is a work-up or it is not",
    "R-301": "the cause is told; an unknown one refers where there are two policies",
    "R-741": "an examination on a referral is one that a doctor found needed",
    "R-761": "a specialist's treatment on a referral is one that a doctor found needed",
    "R-7141": "the event and its day are told, and the health team speaks with the person before it begins",
    **dict.fromkeys(("R-831", "R-841", "R-921"), "the need beyond a first portion is for the health team"),
    "R-1110": "the distance is told; what is reasonable is R-1113's note",
}
"""Rules of judgement where a fact of the question carries the judgement, and which therefore decide."""


def names(one: RuleCase) -> str:
    return f"{one.rule} {one.effect or 'silent'}: {one.sentence}"


@pytest.mark.parametrize("one", CASES, ids=names)
def test_a_rule_comes_to_this(one: RuleCase) -> None:
    assert effects(one.decision()).get(one.rule, SILENT) == one.effect


@pytest.mark.parametrize("one", CASES_AT_WORK, ids=names)
def test_a_rule_comes_to_the_same_under_the_work_policy(one: RuleCase) -> None:
    assert effects(one.decision_at_work()).get(one.rule, SILENT) == one.effect


def test_a_person_without_a_cover_is_not_insured() -> None:
    answer = decided(None).answer("en")

    assert answer.outcome == "not-covered"
    assert answer.policy_number is None
    assert [step.rule for step in answer.trail] == ["R-201"]


def sides() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in CASES:
        found.setdefault(one.rule, set()).add(one.effect)
    return found


@pytest.mark.parametrize("name", ["SA1706", "SF1706"])
def test_every_rule_has_a_case_on_each_of_its_sides(name: str) -> None:
    found = sides()
    asked = [rule for rule in product(name).rules if rule.kind != "administration"]
    one_sided = [rule.id for rule in asked if len(found.get(rule.id, set())) < 2]

    assert sorted(one_sided) == sorted(FOR_EVERY_CLAIM)


@pytest.mark.parametrize("rule", JUDGED)
def test_a_rule_of_judgement_refers_or_is_a_duty_unless_a_fact_carries_the_judgement(rule: str) -> None:
    by_a_person = sides()[rule] & {"refer", "note"}

    assert by_a_person or rule in TOLD_OUTRIGHT


def test_there_are_a_hundred_and_ninety_two_rules() -> None:
    assert len({rule["rule"] for rule in ALL_RULES}) == len(ALL_RULES) == 192


@pytest.mark.parametrize("name, policy", [("SA1706", "work"), ("SF1706", "leisure")])
def test_every_rule_is_in_the_terms_under_its_printed_clause(name: str, policy: str) -> None:
    printed = {rule["rule"]: rule[policy] for rule in ALL_RULES if rule[policy]}

    assert {rule.id: rule.clause for rule in product(name).rules} == printed


def test_a_rule_of_notice_administers() -> None:
    notices = {rule["rule"] for rule in ALL_RULES if rule["decided"] == "N"}

    assert {rule.kind for rule in product("SF1706").rules if rule.id in notices} == {"administration"}
