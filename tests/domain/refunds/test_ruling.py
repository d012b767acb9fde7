from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from helsebro.errors import BadInput
from helsebro.refunds import ruling
from helsebro.tasks import task
from helsebro.tasks.staff_decision import Verdict
from helsebro.tasks.subject import RefundReview
from helsebro.tasks.task import Task
from tests.builders.domain.answers import answer, of_treatments
from tests.domain.refunds.test_refund import AT, billed, decision

REFUND = billed(400)
PRICE = {"amount": "400.00", "currency": "DKK"}


def opened() -> Task:
    return task.opened("refunds", RefundReview(REFUND.claim_id, REFUND.refund_id), AT, timedelta(days=14))


def test_a_refunds_question_leaves_its_task_open() -> None:
    asked, refund = ruling.of_refund(REFUND, opened(), decision(decision="clarify", question="Hvem?"))
    assert (asked.status, asked.version) == ("open", 2)
    assert refund
    assert refund.question == "Hvem?"


@pytest.mark.parametrize("verdict", ["approve", "deny"])
def test_a_refund_itself_is_ended_by_its_workflow(verdict: Verdict) -> None:
    proposed = replace(opened(), proposal=of_treatments(answer(grant={"payable": PRICE})))
    decided, refund = ruling.of_refund(REFUND, proposed, decision(decision=verdict))
    assert (decided.status, refund) == ("decided", None)


def test_a_refund_is_not_approved_for_nothing() -> None:
    denied = replace(opened(), proposal=of_treatments(answer("not-covered")))
    with pytest.raises(BadInput):
        ruling.of_refund(REFUND, denied, decision())
