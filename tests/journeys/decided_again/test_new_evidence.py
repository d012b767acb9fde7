"""A denied case that a new paper turns is decided again without a complaint, and its guarantee issued."""

from __future__ import annotations

from local.journey.steps import until
from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.decided_again.denied import TREATMENT, denied
from tests.journeys.readings import case_must_be_readable


def test_a_paper_after_a_denial_leads_to_the_guarantee(insurer: Insurer) -> None:
    case = denied(insurer, TREATMENT)
    first = case.read()["decision"]
    case.upload("journal")
    until("the review", lambda: case.read()["status"] == "in-review")
    task = case.task()
    assert (task["reason"], task["round"]) == ("reconsidered", 2)
    case_must_be_readable(case)

    case.approve()
    shown = case.read()
    assert shown["decision"]["reconsideredFor"] == "evidence"
    assert shown["earlierDecisions"] == [first]
    assert case.guarantee()["status"] == "active"
