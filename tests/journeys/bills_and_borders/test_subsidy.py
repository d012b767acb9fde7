"""A subsidy from "danmark": asked for as an amount, proved by its statement, and deducted from each bill."""

from __future__ import annotations

from local.journey.steps import until
from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.bills_and_borders.reports import CHIROPRACTIC
from tests.journeys.readings import case_must_be_readable

SUBSIDY = "evidence.subsidy"


def test_a_subsidy_is_asked_for_proved_by_its_statement_and_deducted_from_the_bill(insurer: Insurer) -> None:
    """R-306, F3-20."""
    case = insurer.case(insurer.member(), CHIROPRACTIC)
    asked = case.asked()[SUBSIDY]
    assert (asked["answerKind"], asked["askedOf"]) == ("amount", "member")
    assert (asked["fileType"], "danmark" in asked["question"]) == ("subsidy-statement", True)

    stated = case.answer({SUBSIDY: case.money("120.00")})
    assert (stated["missing"], stated["documentsNeeded"]) == (["consent"], ["subsidy-statement"])
    case.upload("subsidy-statement")
    until("the proposal after the paper", lambda: case.task().get("round") == 2)
    assert case.task()["proposal"]["grant"]["payable"] == case.money("1140.00")

    case.approve()
    assert {*case.states().values()} == {"confirmed"}
    refund_id = case.bill(("chiropractic", "500.00"))
    task = case.refund_task(refund_id)
    assert task["proposal"]["grant"]["payable"] == case.money("380.00")
    assert case.settle(task)["status"] == "partly-approved"
    assert case.payable(refund_id) == "380.00"
    case_must_be_readable(case)
