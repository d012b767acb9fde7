from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from helsebro.coverage import Cover, Question
from helsebro.coverage_choice import best_decision
from tests.domain.covers import cover

TODAY = date(2026, 11, 21)
LEISURE = cover(policy_number="leisure")
WORK = replace(LEISURE, policy_number="work", product="SA1706")


def asked(cause: str, **more: Any) -> Question:
    return Question.from_json({"cause": cause, "treatment": {"type": "physiotherapy"}, **more})


@pytest.mark.parametrize("cause, number", [("work", "work"), ("leisure", "leisure")])
@pytest.mark.parametrize("covers", [[WORK, LEISURE], [LEISURE, WORK]])
def test_the_cause_chooses_the_policy(cause: str, number: str, covers: list[Cover]) -> None:
    assert best_decision(asked(cause), covers, TODAY).policy_number == number


@pytest.mark.parametrize("covers", [[WORK, LEISURE], [LEISURE, WORK]])
def test_with_an_unknown_cause_the_better_outcome_answers(covers: list[Cover]) -> None:
    without_physical = [
        replace(cover, modules=frozenset({"health"})) if cover == LEISURE else cover for cover in covers
    ]
    decision = best_decision(asked("unknown"), without_physical, TODAY)
    assert (decision.policy_number, decision.outcome != "not-covered") == ("work", True)


def test_of_two_policies_of_one_kind_the_one_in_force_answers() -> None:
    left = replace(LEISURE, policy_number="left", left_on=date(2021, 1, 1))
    assert best_decision(asked("leisure"), [left, LEISURE], TODAY).policy_number == "leisure"


def test_a_work_cause_under_a_leisure_policy_alone_is_judged_by_that_policy() -> None:
    decision = best_decision(asked("work"), [LEISURE], TODAY)
    assert (decision.policy_number, decision.outcome) == ("leisure", "not-covered")


def test_somebody_without_any_policy_is_told_so_by_rule() -> None:
    decision = best_decision(asked("leisure"), [], TODAY)
    assert decision.outcome == "not-covered"
    assert [step.rule.id for step in decision.trail] == ["R-201"]
