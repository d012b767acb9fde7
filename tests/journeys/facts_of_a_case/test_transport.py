"""Transport to a place of treatment far away: asked for the distance, and paid by the kilometre (11.5)."""

from __future__ import annotations

from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.facts_of_a_case.answered import answer, must_be_confirmed, rows
from tests.journeys.readings import case_must_be_readable, task_must_be_readable

TRANSPORT = {"condition": {"category": "injury"}, "treatment": {"type": "transport", "inNetwork": False}}
DISTANCE = "treatment.distanceKm"
THERE_AND_BACK = "669.00"
"""150 km each way at 2.23 kr."""


def test_transport_is_paid_by_the_distance_that_the_member_states(insurer: Insurer) -> None:
    """R-1107, R-1108."""
    case = insurer.case(insurer.member(), TRANSPORT)
    assert case.read()["missing"] == ["consent", "documents", "facts"]
    assert case.asked()[DISTANCE]["answerKind"] == "number"

    assert DISTANCE in answer(case, {DISTANCE: "150"})
    answered = case.read()
    assert (answered["status"], answered["missing"], case.asked()) == ("in-review", [], {})
    proposal = case.task()["proposal"]
    assert (proposal["outcome"], proposal["amountHangsOn"]) == ("covered", [])
    assert proposal["grant"]["payable"] == case.money(THERE_AND_BACK)
    assert rows(proposal)["R-1107"]["facts"][DISTANCE] == 150
    task_must_be_readable(case)

    case.approve()
    must_be_confirmed(case)
    refund_id = case.bill(("transport", "900.00"))
    assert case.settle(case.refund_task(refund_id))["status"] == "partly-approved"
    assert case.payable(refund_id) == THERE_AND_BACK
    case_must_be_readable(case)
