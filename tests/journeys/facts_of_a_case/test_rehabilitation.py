"""Rehabilitation after an operation: asked for the stay, proved by the specialist's order, refunded (7.9)."""

from __future__ import annotations

from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.facts_of_a_case.answered import answer, must_be_confirmed, rows
from tests.journeys.readings import case_must_be_readable, task_must_be_readable

REHABILITATION = {
    "condition": {"category": "injury"},
    "treatment": {"type": "rehabilitation", "inNetwork": False},
}
STAY = "evidence.directlyAfterCoveredStay"


def test_rehabilitation_is_answered_proved_by_a_specialists_order_and_refunded(insurer: Insurer) -> None:
    """R-791."""
    case = insurer.case(insurer.member(), REHABILITATION)
    assert case.read()["missing"] == ["consent", "documents", "facts"]
    assert case.read()["documentsNeeded"] == ["referral"]

    assert {STAY, "treatment.cost"} <= answer(case, {STAY: "yes"})
    answered = case.read()
    assert (answered["status"], answered["missing"], case.asked()) == ("in-review", [], {})
    proposal = case.task()["proposal"]
    assert (proposal["outcome"], proposal["amountHangsOn"]) == ("covered", [])
    assert proposal["grant"]["payable"] == case.money("900.00")
    assert rows(proposal)["R-791"]["facts"][STAY] is True
    task_must_be_readable(case)

    case.approve()
    must_be_confirmed(case)
    refund_id = case.bill(("rehabilitation", "900.00"))
    assert case.settle(case.refund_task(refund_id))["status"] == "approved"
    assert case.payable(refund_id) == "900.00"
    case_must_be_readable(case)
