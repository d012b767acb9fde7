"""Double insurance: another insurer limits what it pays, and the bill is split in proportion (R-1415)."""

from __future__ import annotations

from local.journey.steps import until
from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.bills_and_borders.reports import CHIROPRACTIC
from tests.journeys.readings import case_must_be_readable

THEIRS = "evidence.otherInsurerPays"


def test_a_bill_that_another_insurer_pays_a_part_of_is_split_in_proportion(insurer: Insurer) -> None:
    """R-1413, R-1415: of 500 kr. that they would pay 300 of and we 500, ours are 500 · 500 / 800."""
    case = insurer.case(insurer.member(), {**CHIROPRACTIC, "evidence": {"otherInsurer": "limits"}})
    asked = case.asked()[THEIRS]
    assert (asked["answerKind"], asked["askedOf"]) == ("amount", "member")
    assert asked["fileType"] == "other-insurance"

    stated = case.answer({THEIRS: case.money("300.00")})
    assert (stated["missing"], stated["documentsNeeded"]) == (["consent"], ["other-insurance"])
    case.upload("other-insurance")
    until("the proposal after the paper", lambda: case.task().get("round") == 2)
    assert case.task()["proposal"]["grant"]["perSession"] == case.money("312.50")
    assert case.task()["proposal"]["grant"]["payable"] == case.money("937.50")

    case.approve()
    assert {*case.states().values()} == {"confirmed"}
    refund_id = case.bill(("chiropractic", "500.00"))
    task = case.refund_task(refund_id)
    assert "R-1415" in {row["rule"] for row in task["proposal"]["trail"]}
    assert task["proposal"]["grant"]["payable"] == case.money("312.50")
    assert case.settle(task)["status"] == "partly-approved"
    assert case.payable(refund_id) == "312.50"
    case_must_be_readable(case)
