from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.coverage.choice import best_cover, best_decision, candidates
from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.question import Earlier, Question
from helsebro.money import Money
from tests.builders.domain.covers import cover

TODAY = date(2026, 11, 21)
LEISURE = cover(policy_number="leisure")
WORK = replace(LEISURE, policy_number="work", product="SA1706")


def asked(cause: str, **more: Any) -> Question:
    return question_json.read({"cause": cause, "treatment": {"type": "physiotherapy"}, **more})


@pytest.mark.parametrize("cause, number", [("work", "work"), ("leisure", "leisure")])
@pytest.mark.parametrize("covers", [[WORK, LEISURE], [LEISURE, WORK]])
def test_the_cause_chooses_the_policy(cause: str, number: str, covers: list[Cover]) -> None:
    assert best_decision(asked(cause), covers, TODAY).policy_number == number


@pytest.mark.parametrize("covers", [[WORK, LEISURE], [LEISURE, WORK]])
def test_with_an_unknown_cause_the_policy_with_the_better_outcome_is_chosen(covers: list[Cover]) -> None:
    without_physical = [
        replace(cover, modules=frozenset({"health"})) if cover == LEISURE else cover for cover in covers
    ]
    decision = best_decision(asked("unknown"), without_physical, TODAY)
    assert (decision.policy_number, decision.outcome != "not-covered") == ("work", True)


def test_of_two_policies_for_the_same_cause_the_one_in_force_is_chosen() -> None:
    left = replace(LEISURE, policy_number="left", left_on=date(2021, 1, 1))
    assert best_decision(asked("leisure"), [left, LEISURE], TODAY).policy_number == "leisure"


def test_a_work_cause_is_decided_under_a_single_leisure_policy() -> None:
    decision = best_decision(asked("work"), [LEISURE], TODAY)
    assert (decision.policy_number, decision.outcome) == ("leisure", "not-covered")


def test_a_rule_denies_a_question_without_any_policy() -> None:
    decision = best_decision(asked("leisure"), [], TODAY)
    assert decision.outcome == "not-covered"
    assert [step.rule.id for step in decision.trail] == ["R-201"]


@pytest.mark.parametrize("cause, number", [("work", "work"), ("leisure", "leisure"), ("unknown", "leisure")])
@pytest.mark.parametrize("covers", [[WORK, LEISURE], [LEISURE, WORK]])
def test_the_chosen_cover_has_the_product_of_the_other_policy(
    cause: str, number: str, covers: list[Cover]
) -> None:
    chosen = best_cover(asked(cause), covers, TODAY)

    assert chosen is not None
    assert chosen.policy_number == number
    assert {chosen.product, chosen.other_product} == {"SA1706", "SF1706"}


def test_an_unknown_cause_refers_under_either_of_two_policies() -> None:
    question = asked(
        "unknown", treatment={"type": "physiotherapy", "startsOn": "2026-12-01", "country": "DK"}
    )

    steps = {
        step.rule.id: step.found.effect for step in best_decision(question, [WORK, LEISURE], TODAY).trail
    }
    alone = {step.rule.id: step.found.effect for step in best_decision(question, [LEISURE], TODAY).trail}

    assert (steps["R-301"], alone["R-301"]) == ("refer", "require")


def test_a_single_policy_is_chosen_and_without_any_none_is() -> None:
    assert best_cover(asked("work"), [LEISURE], TODAY) == LEISURE
    assert best_cover(asked("work"), [], TODAY) is None


def test_a_single_policy_is_chosen_without_reading_its_history() -> None:
    def history(_cover: Cover) -> tuple[Earlier, ...]:
        raise AssertionError("the history was read")

    assert best_cover(asked("leisure"), [LEISURE, WORK], TODAY, history) is not None


FULL = {
    "condition": {
        "category": "injury",
        "arisenOn": "2026-10-01",
        "chronic": False,
        "arisenAbroad": False,
        "circumstances": [],
    },
    "treatment": {
        "type": "chiropractic",
        "startsOn": "2026-12-01",
        "country": "DK",
        "inNetwork": False,
        "sessions": 2,
        "practitioner": {"providerNumber": True, "relation": "none"},
    },
    "evidence": {"approvedBeforehand": True, "subsidy": {"amount": "0.00", "currency": "DKK"}},
}
USED = (Earlier("chiropractic", date(2026, 3, 1), sessions=12, cost=Money.of(4800), in_network=False),)


def test_the_platforms_history_is_added_to_that_of_the_question() -> None:
    paid = {"amount": "4400.00", "currency": "DKK"}
    own = {
        "treatmentType": "physiotherapy",
        "on": "2026-02-01",
        "sessions": 11,
        "inNetwork": False,
        "cost": paid,
    }
    question = asked("leisure", **FULL, history=[own])
    one_more = (Earlier("chiropractic", date(2026, 3, 1), cost=Money.of(400), in_network=False),)

    assert best_decision(question, [LEISURE], TODAY).outcome == "covered"
    assert best_decision(question, [LEISURE], TODAY, lambda _: one_more).outcome == "not-covered"


def test_history_under_one_policy_makes_the_other_the_choice() -> None:
    second = replace(LEISURE, policy_number="second")

    def history(cover: Cover) -> tuple[Earlier, ...]:
        return USED if cover.policy_number == "leisure" else ()

    question = asked("leisure", **FULL)
    decision = best_decision(question, [LEISURE, second], TODAY, history)

    assert (decision.policy_number, decision.outcome) == ("second", "covered")
    assert best_decision(question, [LEISURE, second], TODAY).policy_number == "leisure"


def test_the_policy_in_force_on_the_day_of_the_treatment_comes_first() -> None:
    until_june = replace(LEISURE, policy_number="until-june", left_on=date(2027, 6, 30))
    from_july = replace(
        LEISURE, policy_number="from-july", enrolled_on=date(2027, 7, 1), seniority_from=date(2020, 1, 1)
    )
    for day, number in (("2027-06-30", "until-june"), ("2027-07-01", "from-july")):
        question = asked("leisure", **{**FULL, "treatment": {**FULL["treatment"], "startsOn": day}})

        assert candidates(question, [from_july, until_june], TODAY)[0].policy_number == number
        assert best_decision(question, [from_july, until_june], TODAY).policy_number == number


def test_the_decision_is_that_of_the_chosen_cover() -> None:
    for cause in ("work", "leisure", "unknown"):
        question = asked(cause, **FULL)
        chosen = best_cover(question, [WORK, LEISURE], TODAY)

        assert best_decision(question, [WORK, LEISURE], TODAY) == decide(question, chosen, TODAY)
