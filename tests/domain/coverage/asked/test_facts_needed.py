"""What is asked turns something, and what is not asked turns nothing, for every cover of the terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any, cast

import pytest

from helsebro.coverage.asked.answers_to_try import answers_to_try
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.choices_offered import NEUTRAL, is_chosen_from, knows
from helsebro.coverage.asked.fact_values import with_typed
from helsebro.coverage.asked.facts_needed import facts_needed
from helsebro.coverage.asked.price_unit import IN_SESSIONS
from helsebro.coverage.engine import assess, situation_of
from helsebro.coverage.question import question_json
from helsebro.coverage.question.faults.contradictions import contradictions, contradictions_of_any_question
from helsebro.coverage.question.former import Former
from helsebro.coverage.question.question import Question
from helsebro.coverage.question.vocabulary import CATEGORIES
from helsebro.coverage.rules.rule import Rule
from helsebro.coverage.terms.product import Product, product
from helsebro.money import Money
from tests.builders.domain.asking import LEISURE, TODAY
from tests.suite import sizes

MOST_RUNS = 12
COVERS = {
    "physiotherapy": "injury",
    "chiropractic": "injury",
    "acupuncture": "pain",
    "reflexology": "pain",
    "osteopathy": "injury",
    "craniosacral": "injury",
    "psychologist": "mental",
    "psychiatrist": "mental",
    "crisis-help": "mental",
    "specialist-examination": "illness",
    "specialist-treatment": "illness",
    "surgery": "injury",
    "second-opinion": "illness",
    "conservative": "injury",
    "cosmetic": "injury",
    "dental": "injury",
    "follow-up": "illness",
    "rehabilitation": "injury",
    "stay": "illness",
    "aid": "injury",
    "patient-transport": "injury",
    "gambling": "gambling",
    "pain-assessment": "pain",
    "allergy-assessment": "allergy",
    "cancer-treatment": "illness",
    "ent-doctor": "illness",
    "eye-doctor": "illness",
    "misuse": "illness",
    "antabuse": "illness",
    "home-nurse": "illness",
    "home-help": "illness",
    "dietitian": "severe-overweight",
    "recreation": "illness",
    "transport": "injury",
    "companion-transport": "injury",
    "companion-lodging": "injury",
    "medicine": "illness",
}
NO_NUMBER = "without-a-number"
"""Added to a treatment whose report says nothing of the number of sessions."""
CHRONIC = ("physiotherapy", "specialist-treatment", "medicine")
UNCOUNTED = ("osteopathy", "psychologist", "psychiatrist", "aid", "home-nurse")
CASES = [
    *COVERS.items(),
    *((treatment, "chronic") for treatment in CHRONIC),
    *((f"{treatment} {NO_NUMBER}", COVERS[treatment]) for treatment in UNCOUNTED),
]
EXHAUSTED = ["second-opinion-panel-heard", "danish-offers-exhausted"]
"""Without both, cancer treatment abroad is denied whatever else is answered."""
NOT_TRIED = frozenset(path for path, fact in ASKED_FACTS.items() if not fact.asked or fact.read_as)
SAMPLE = [
    case
    for case in CASES
    if case[0]
    in (
        "osteopathy",
        f"psychologist {NO_NUMBER}",
        "crisis-help",
        "rehabilitation",
        "home-nurse",
        "dietitian",
        "transport",
        "companion-lodging",
        "patient-transport",
        "misuse",
    )
    or case == ("medicine", "chronic")
]
"""Covers that together ask for every fact that some cover asks for; a release tries all of them."""
TRIED = CASES if sizes.is_large() else SAMPLE

STAY, ORDER = "evidence.directlyAfterCoveredStay", "evidence.specialistOrder"


def question(treatment: str, category: str) -> Question:
    """A first report: what hurts, since when, and the treatment that is asked for."""
    treatment, _, without = treatment.partition(" ")
    heard = {"circumstances": EXHAUSTED} if treatment == "cancer-treatment" else {}
    return question_json.read(
        {
            "cause": "leisure",
            "condition": {"category": category, "arisenOn": "2026-10-01", **heard},
            "treatment": {"type": treatment, **({} if without else {"sessions": 3})},
            "evidence": {"approvedBeforehand": True},
        }
    )


def answers(path: str, asked: Question) -> Iterator[Question]:
    """Every answer to a fact that its definition allows."""
    if ASKED_FACTS[path].read_as:
        yield from former_answers(asked)
        return
    chapter, situation = situation_of(asked, LEISURE, TODAY)
    for value in answers_to_try(ASKED_FACTS[path], chapter, situation):
        told = with_typed(asked, path, value)
        if not any((*contradictions_of_any_question(told), *contradictions(told))):
            yield told


def former_answers(asked: Question) -> Iterator[Question]:
    """No former insurance, and one that ended when ours began."""
    former = Former("health-insurance", date(2010, 1, 1), LEISURE.starts_on)
    for stated in ({"no_former": True}, {"former": former}):
        yield replace(asked, evidence=replace(asked.evidence, **cast(Any, stated)))


def result(asked: Question) -> tuple[str, Money | None]:
    decision = assess(asked, LEISURE, TODAY)
    return decision.outcome, decision.grant.payable if decision.grant else None


def is_asked_at_all(path: str, asked: Question) -> bool:
    """A number of sessions makes the price of a whole one of a session: it is never asked for there."""
    return path != "treatment.sessions" or asked.treatment.type in IN_SESSIONS


def unknown(asked: Question) -> list[str]:
    facts = situation_of(asked, LEISURE, TODAY)[1].facts
    return [path for path in ASKED_FACTS if facts.get(path) is None]


def is_good(path: str, told: Question) -> bool:
    decision = assess(told, LEISURE, TODAY)
    return decision.outcome != "not-covered" and path not in decision.missing


def answered(asked: Question, chance: Random, but: str = "", *, well: bool = False) -> Question:
    """The question after every asked fact but one is answered; ``well`` is without a denial if possible."""
    while needed := [fact.path for fact in facts_needed(asked, LEISURE, TODAY) if fact.path != but]:
        for path in needed:
            choice = list(answers(path, asked))
            good = [told for told in choice if is_good(path, told)] if well else []
            asked = chance.choice(good or choice)
    return asked


def turns(path: str, first: Question, seed: int) -> bool:
    """Whether answers to a fact lead to different results, once every other fact is answered."""
    asked = answered(first, Random(seed), but=path, well=True)
    told = {result(answered(told, Random(seed), well=True)) for told in answers(path, asked)}
    return bool(told - {result(asked)})


def asked_by(cases: Sequence[tuple[str, str]]) -> set[str]:
    """The facts that the first reports of some covers are asked for."""
    return {fact.path for case in cases for fact in facts_needed(question(*case), LEISURE, TODAY)}


def test_the_sample_of_covers_asks_for_every_fact_that_some_cover_asks_for() -> None:
    assert asked_by(SAMPLE) == asked_by(CASES)


@pytest.mark.parametrize("treatment, category", TRIED)
def test_what_is_not_asked_turns_nothing(treatment: str, category: str) -> None:
    for seed in range(2):
        asked = answered(question(treatment, category), Random(seed))
        now = result(asked)
        for path in unknown(asked):
            if path not in NOT_TRIED and is_asked_at_all(path, asked):
                assert {result(told) for told in answers(path, asked)} <= {now}, (path, asked)


@pytest.mark.parametrize("treatment, category", TRIED)
def test_what_is_asked_turns_something(treatment: str, category: str) -> None:
    first = question(treatment, category)
    for fact in facts_needed(first, LEISURE, TODAY):
        assert any(turns(fact.path, first, seed) for seed in range(12)), fact.path


@pytest.mark.parametrize("treatment, category", CASES)
def test_asking_costs_at_most_twelve_runs_of_the_engine(treatment: str, category: str) -> None:
    evaluated: list[str] = []

    def counted(rule: Rule) -> Rule:
        def evaluate(situation: Any) -> Any:
            evaluated.append(rule.id)
            return rule.evaluate(situation)

        return replace(rule, evaluate=evaluate)

    terms = product(LEISURE.product)
    counting = Product(terms.name, tuple(map(counted, terms.rules)), terms.parameters, terms.family)
    needed = facts_needed(question(treatment, category), LEISURE, TODAY, counting)
    assert needed
    assert len(evaluated) <= MOST_RUNS * len(counting.chapter(treatment.partition(" ")[0]).rules)


@pytest.mark.parametrize("in_network", [True, False])
@pytest.mark.parametrize("treatment, category", TRIED)
def test_a_clinic_which_has_no_route_to_answer_is_asked_for_nothing(
    treatment: str, category: str, in_network: bool
) -> None:
    asked = with_typed(question(treatment, category), "treatment.inNetwork", in_network)
    assert "clinic" not in {fact.asked_of for fact in facts_needed(asked, LEISURE, TODAY)}
    assert "clinic" not in {fact.asked_of for fact in ASKED_FACTS.values()}


@pytest.mark.parametrize("treatment, category", TRIED)
def test_a_choice_that_is_not_offered_changes_nothing(treatment: str, category: str) -> None:
    first = with_typed(question(treatment, category), "condition.category", None)
    for fact in facts_needed(first, LEISURE, TODAY):
        row = ASKED_FACTS[fact.path]
        if not is_chosen_from(row):
            continue
        neutral = frozenset[str]() if row.several else NEUTRAL[fact.path]
        hidden = [v for v in row.choices if v not in fact.choices and knows(row, v) == fact.asked_of]
        told = answered(first, Random(1), but=fact.path, well=True)
        for value in hidden:
            answer = frozenset({value}) if row.several else value
            results = {result(with_typed(told, fact.path, known)) for known in (neutral, answer)}
            assert len(results) == 1, (fact.path, value)


def test_no_one_is_offered_a_circumstance_that_they_cannot_know() -> None:
    needed = {fact.path: fact for fact in facts_needed(question("rehabilitation", "injury"), LEISURE, TODAY)}
    assert needed["condition.circumstances"].asked_of == "member"
    assert needed["condition.circumstances"].choices == (
        "intent",
        "intoxication",
        "crime",
        "professional-sport",
        "military",
        "nuclear",
        "nuclear-ordinary-use",
        "war",
        "epidemic",
    )


def test_an_injury_is_always_among_the_kinds_of_illness_or_injury() -> None:
    asked = with_typed(question("physiotherapy", "injury"), "condition.category", None)
    needed = {fact.path: fact for fact in facts_needed(asked, LEISURE, TODAY)}
    offered = needed["condition.category"].choices
    assert {"injury", "illness", "other"} < set(offered) < set(CATEGORIES)


def test_a_denied_question_asks_for_nothing() -> None:
    assert facts_needed(question("naturopath", "pain"), LEISURE, TODAY) == ()


def test_a_question_with_every_fact_asks_for_nothing() -> None:
    asked = answered(question("chiropractic", "injury"), Random(1))
    assert facts_needed(asked, LEISURE, TODAY) == ()


@pytest.mark.parametrize("in_network, who", [(True, "staff"), (False, "member")])
def test_the_price_is_asked_of_the_one_who_knows_it(in_network: bool, who: str) -> None:
    asked = with_typed(question("chiropractic", "injury"), "treatment.inNetwork", in_network)
    needed = {fact.path: fact.asked_of for fact in facts_needed(asked, LEISURE, TODAY)}
    assert needed["treatment.cost"] == who


@pytest.mark.parametrize("kind, asked_for", [("own-doctor", True), ("physiotherapy", False), ("none", False)])
def test_a_referral_that_is_too_weak_leaves_the_right_one_asked(kind: str, asked_for: bool) -> None:
    """R-815 needs one to physiotherapy; R-302 takes the one of any doctor."""
    asked = with_typed(question("osteopathy", "injury"), "evidence.referral", kind)

    needed = {fact.path for fact in facts_needed(asked, LEISURE, TODAY)}

    assert ("evidence.referral" in needed) is asked_for


def test_a_police_report_is_asked_for_once_the_event_needs_one() -> None:
    asked = question("crisis-help", "mental")
    assert "evidence.policeReport" not in {fact.path for fact in facts_needed(asked, LEISURE, TODAY)}
    assaulted = with_typed(asked, "event.kind", "assault")
    assert "evidence.policeReport" in {fact.path for fact in facts_needed(assaulted, LEISURE, TODAY)}


def test_no_one_is_asked_what_only_another_can_know() -> None:
    asked = with_typed(question("acupuncture", "pain"), "evidence.approvedBeforehand", None)
    asked = with_typed(asked, "treatment.startsOn", date(2026, 11, 1))
    needed = {fact.path: fact.asked_of for fact in facts_needed(asked, LEISURE, TODAY)}
    assert needed["evidence.approvedBeforehand"] == "staff"
    assert needed["treatment.practitioner.approvals"] == "staff"


@pytest.mark.parametrize("in_network, who", [(True, "staff"), (False, "member")])
def test_the_approvals_of_a_practitioner_without_access_are_asked_of_the_member(
    in_network: bool, who: str
) -> None:
    asked = with_typed(question("osteopathy", "injury"), "treatment.inNetwork", in_network)
    needed = {fact.path: fact.asked_of for fact in facts_needed(asked, LEISURE, TODAY)}
    assert needed["treatment.practitioner.approvals"] == who


def test_transport_that_is_denied_without_an_event_asks_for_what_makes_it_one_to_crisis_help() -> None:
    """R-615 denies transport for a mental illness, unless it is to crisis help (R-7147)."""
    asked = with_typed(question("transport", "mental"), "treatment.distanceKm", 150)
    needed = {fact.path: fact.holds_review for fact in facts_needed(asked, LEISURE, TODAY)}
    assert needed == {"evidence.disabledForTransport": True}
    disabled = with_typed(asked, "evidence.disabledForTransport", True)
    then = {fact.path: fact.holds_review for fact in facts_needed(disabled, LEISURE, TODAY)}
    assert then == {"event.kind": False}
    able = with_typed(asked, "evidence.disabledForTransport", False)
    assert facts_needed(able, LEISURE, TODAY) == ()


@pytest.mark.parametrize("disabled", [None, True])
def test_a_short_trip_with_an_injury_asks_for_no_event(disabled: bool | None) -> None:
    asked = with_typed(question("transport", "injury"), "treatment.distanceKm", 60)
    asked = with_typed(asked, "evidence.disabledForTransport", disabled)
    assert "event.kind" not in {fact.path for fact in facts_needed(asked, LEISURE, TODAY)}


def test_crisis_help_asks_for_no_kind_of_illness() -> None:
    asked = with_typed(question("crisis-help", "mental"), "condition.category", None)
    assert "condition.category" not in {fact.path for fact in facts_needed(asked, LEISURE, TODAY)}


def test_an_order_is_asked_for_once_the_stay_that_it_hangs_on_is_known() -> None:
    """Without a covered stay rehabilitation is denied, and the order of a specialist helps no one (R-791)."""
    asked = with_typed(question("rehabilitation", "injury"), "evidence.directlyAfterCoveredStay", None)
    asked = with_typed(asked, "evidence.specialistOrder", None)
    before = {fact.path for fact in facts_needed(asked, LEISURE, TODAY)}
    assert before & {STAY, ORDER} == {STAY}
    after = with_typed(asked, "evidence.directlyAfterCoveredStay", True)
    assert ORDER in {fact.path for fact in facts_needed(after, LEISURE, TODAY)}


@pytest.mark.parametrize("treatment", ["physiotherapy", "chiropractic", "osteopathy"])
def test_pain_is_offered_beside_an_injury_and_an_illness(treatment: str) -> None:
    asked = with_typed(question(treatment, "injury"), "condition.category", None)
    [category] = [fact for fact in facts_needed(asked, LEISURE, TODAY) if fact.path == "condition.category"]
    assert {"injury", "illness", "pain", "other"} <= {*category.choices}


def test_a_wait_that_runs_asks_for_the_day_and_for_what_is_needed_on_it() -> None:
    asked = with_typed(question("gambling", "gambling"), "treatment.startsOn", None)
    joined = replace(LEISURE, effective_from=date(2026, 9, 1), enrolled_on=date(2026, 9, 1))
    needed = [fact.path for fact in facts_needed(asked, joined, TODAY)]
    assert "treatment.startsOn" in needed
    assert "evidence.referral" in needed
