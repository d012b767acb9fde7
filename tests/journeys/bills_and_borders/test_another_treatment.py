"""A bill is held against what its case was granted: another treatment is left to the staff (F4-31)."""

from __future__ import annotations

import pytest

from tests.journeys.bills_and_borders.insurer import Insurer
from tests.journeys.bills_and_borders.reports import OSTEOPATHY
from tests.journeys.readings import case_must_be_readable


# Every run proves what a plain approval pays in tests/functions/refunds.
@pytest.mark.release
def test_a_bill_of_another_treatment_is_referred_and_a_plain_approval_pays_only_what_was_granted(
    insurer: Insurer,
) -> None:
    case = insurer.case(insurer.member(), OSTEOPATHY)
    case.answer({})
    case.upload("referral")
    case.approve()

    refund_id = case.bill(("psychologist", "1100.00"), ("osteopathy", "500.00"))
    task = case.refund_task(refund_id)
    [other, granted] = task["proposal"]["treatments"]
    assert task["proposal"]["outcome"] == "refer"
    assert (other["outcome"], other["outsideGrant"]["code"]) == ("refer", "another-treatment")
    assert "evidence.referral" in other["missing"]
    assert (granted["outcome"], granted.get("outsideGrant")) == ("covered", None)

    settled = case.settle(task)
    assert settled["status"] == "partly-approved"
    paid = [(treatment["outcome"], treatment["approved"]) for treatment in settled["treatments"]]
    assert paid == [("denied", case.money("0.00")), ("partly-approved", case.money("300.00"))]
    [reason, none] = [treatment.get("outsideGrant") for treatment in settled["treatments"]]
    assert (reason["code"], bool(reason["detail"]), none) == ("another-treatment", True, None)
    assert case.payable(refund_id) == "300.00"
    case_must_be_readable(case)
