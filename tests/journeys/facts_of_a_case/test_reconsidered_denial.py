"""A denial that a new fact turns: in review again, the denial stays readable, and then approved (F4-26)."""

from __future__ import annotations

from local.journey.steps import until
from tests.journeys.bills_and_borders.billed_case import BilledCase
from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.facts_of_a_case.answered import answer, must_be_confirmed, rows
from tests.journeys.facts_of_a_case.test_rehabilitation import REHABILITATION, STAY
from tests.journeys.readings import case_must_be_readable, task_must_be_readable

WHY = "Not directly after a stay"


def test_a_denial_is_reconsidered_when_the_member_states_another_fact(insurer: Insurer) -> None:
    """R-791."""
    case = denied(insurer)
    turns = case.read(of="/explanation")["wouldChange"][0]
    assert (turns["fact"], turns["value"]) == (STAY, True)
    case_must_be_readable(case)

    reopened = case.state({STAY: True})
    assert (reopened["status"], reopened["decision"]) == ("in-review", None)
    assert reopened["documentsNeeded"] == ["referral", "specialist-order"]
    task = case.task()
    assert (task["reason"], task["proposal"]["outcome"]) == ("reconsidered", "needs-evidence")
    task_must_be_readable(case)

    answer(case, {})
    until("the new proposal", lambda: case.task()["proposal"]["outcome"] == "covered")
    assert case.task()["taskId"] == task["taskId"]
    case.approve()
    must_be_confirmed(case)
    case_must_be_readable(case)
    approved = case.read()
    assert approved["decision"]["outcome"] == "approved"
    [denial] = approved["earlierDecisions"]
    assert (denial["outcome"], denial["reason"]) == ("denied", WHY)
    assert rows(denial)["R-791"]["effect"] == "deny"


def denied(insurer: Insurer) -> BilledCase:
    """Returns a denied case of rehabilitation that does not follow a stay; no paper is asked for."""
    case = insurer.case(insurer.member(), REHABILITATION)
    answer(case, {STAY: "no"})
    assert case.read()["missing"] == ["consent"]
    case.journey.step("the consent", case.member.put(f"{case.path}/consent", {"given": True}), 200)
    assert case.task()["proposal"]["outcome"] == "not-covered"
    case.deny(WHY)
    return case
