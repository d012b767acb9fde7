"""Treatment for misuse of alcohol with the module bought: intoxication excludes nothing of it (10)."""

from __future__ import annotations

from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.facts_of_a_case.answered import answer, must_be_confirmed, rows
from tests.journeys.readings import case_must_be_readable, task_must_be_readable

MISUSE = {"condition": {"category": "misuse-alcohol"}, "treatment": {"type": "misuse", "inNetwork": False}}
CIRCUMSTANCES = "condition.circumstances"


def test_misuse_is_answered_and_refunded_also_when_the_member_names_intoxication(insurer: Insurer) -> None:
    """R-1001 to R-1004; R-621 yields to the module (Q34), so intoxication is not offered as an answer."""
    case = insurer.case(insurer.member(), MISUSE)
    assert case.read()["documentsNeeded"] == ["referral"]

    offered = {choice["value"] for choice in case.asked()[CIRCUMSTANCES]["choices"]}
    assert "crime" in offered
    assert "intoxication" not in offered
    case.state({CIRCUMSTANCES: ["intoxication"]})
    assert CIRCUMSTANCES not in answer(case, {})
    answered = case.read()
    assert (answered["status"], answered["missing"], case.asked()) == ("in-review", [], {})
    proposal = case.task()["proposal"]
    assert (proposal["outcome"], proposal["amountHangsOn"]) == ("covered", [])
    assert proposal["grant"]["payable"] == case.money("900.00")
    assert rows(proposal)["R-1003"]["facts"]["left"] == case.money("100000.00")
    task_must_be_readable(case)

    case.approve()
    must_be_confirmed(case)
    refund_id = case.bill(("misuse", "900.00"))
    assert case.settle(case.refund_task(refund_id))["status"] == "approved"
    assert case.payable(refund_id) == "900.00"
    case_must_be_readable(case)
