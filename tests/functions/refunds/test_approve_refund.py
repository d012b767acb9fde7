from __future__ import annotations

from typing import Any

import pytest
from functions.refunds.refunds.handler import handler as read_refunds

from helsebro_aws.payments.dynamo_payables import DynamoPayables
from tests.builders.calls import ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.decisions import (
    ask_refund,
    bill_of,
    claim_in_review,
    cost,
    decide,
    end_refund,
    insured_anna,
    read_refund,
    refund_body,
    refund_of,
    refund_task_of,
    tasks_in,
)
from tests.builders.policies import ANNA

pytestmark = pytest.mark.usefixtures("aws")
FINANCE = staff("finance")
Amounts = list[dict[str, Any]]


@pytest.fixture
def refund_id(aws: dict[str, Any]) -> str:
    assert aws
    insured_anna()
    return refund_of(claim_in_review())


def payables() -> list[tuple[str, str | None]]:
    found, _ = DynamoPayables().with_status("tryg", "approved", 10, None)
    return [(f"{payable.amount.amount:.2f}", payable.refund_id) for payable in found]


def approve(*amounts: tuple[int, str]) -> dict[str, Any]:
    approved = [{"index": index, "amount": cost(amount)} for index, amount in amounts]
    return {"decision": "approve", "reason": "Efter 8.3.2", "approved": approved}


def test_a_refund_in_review_waits_for_finance_with_a_proposal_for_each_treatment(refund_id: str) -> None:
    task_id = refund_task_of(refund_id)
    [task] = tasks_in("refunds", FINANCE).body["items"]
    assert (task["taskId"], task["subject"]["refundId"]) == (task_id, refund_id)
    assert [treatment["type"] for treatment in task["proposal"]["treatments"]] == ["chiropractic"] * 2
    assert all(treatment["trail"] for treatment in task["proposal"]["treatments"])
    assert read_refund(refund_id).body["status"] == "in-review"


@pytest.mark.parametrize("language, word", [("da", "fritiden"), ("en", "leisure"), ("nb", "fritiden")])
def test_the_trail_of_every_treatment_is_in_the_readers_language(
    refund_id: str, language: str, word: str
) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    call = event("GET", f"/v1/refunds/{refund_id}", by=member(ANNA), headers={"accept-language": language})
    for treatment in ask(read_refunds, call).body["treatments"]:
        assert any(word in step["detail"] for step in treatment["trail"])


def test_a_treatment_that_is_not_paid_in_full_shows_its_next_steps(refund_id: str) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    refund = read_refund(refund_id).body
    paid, denied = (treatment["nextSteps"] for treatment in refund["treatments"])
    assert paid == []
    assert {"evidence", "public-help", "medical-advice"} <= {step["kind"] for step in denied}
    assert [step["kind"] for step in refund["nextSteps"]] == ["complaint", "court"]
    assert refund["nextSteps"][0]["contact"]["email"] == "sundhed@example.org"


@pytest.mark.parametrize(
    "body, status, paid, outcomes",
    [
        (approve((0, "450.00"), (1, "450.00")), "approved", "900.00", ["approved", "approved"]),
        (approve((0, "450.00")), "partly-approved", "450.00", ["approved", "denied"]),
        (approve((0, "300.00"), (1, "300.00")), "partly-approved", "600.00", ["partly-approved"] * 2),
        ({"decision": "approve", "grant": {"sessions": 1, "validUntil": "2030-01-01"}},
         "partly-approved", "450.00", ["approved", "denied"]),
        ({"decision": "approve", "grant": {"sessions": 1}},
         "partly-approved", "450.00", ["approved", "denied"]),
        ({"decision": "approve", "reason": "Alle", "grant": {"sessions": 2}},
         "approved", "900.00", ["approved", "approved"]),
        ({"decision": "deny", "reason": "Ikke godkendt på forhånd"}, "denied", None, ["denied"] * 2),
    ],
)  # fmt: skip
def test_finance_decides_each_treatment_and_the_sum_is_payable(
    refund_id: str, body: dict[str, Any], status: str, paid: str | None, outcomes: list[str]
) -> None:
    task_id = refund_task_of(refund_id)
    answer = decide(task_id, body, by=FINANCE)
    assert answer.status == 200, answer.body
    assert end_refund(refund_id, task_id) == status
    refund = read_refund(refund_id).body
    assert (refund["status"], [treatment["outcome"] for treatment in refund["treatments"]]) == (
        status,
        outcomes,
    )
    assert all(treatment["trail"] for treatment in refund["treatments"])
    assert payables() == ([(paid, refund_id)] if paid else [])


def test_run_again_there_is_one_payable_and_one_event(refund_id: str, aws: Any) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 200
    assert [end_refund(refund_id, task_id) for _ in range(3)] == ["partly-approved"] * 3
    assert payables() == [("450.00", refund_id)]
    assert len(outbox_rows(aws, "refund.decided")) == 1


def test_a_refund_does_not_end_before_its_decision(refund_id: str) -> None:
    assert end_refund(refund_id, refund_task_of(refund_id)) == "in-review"
    assert payables() == []


@pytest.mark.parametrize(
    "approved, fault",
    [
        ([{"index": 0, "amount": cost("450.01")}], "/approved/0/amount/amount"),
        ([{"index": 2, "amount": cost("1.00")}], "/approved/0"),
        ([{"on": "2020-01-01", "amount": cost("1.00")}], "/approved/0"),
        ([{"amount": cost("1.00")}], "/approved/0"),
        ([{"index": 0, "amount": cost("1.00", "NOK")}], "/approved/0/amount/currency"),
        ([{"index": 0, "amount": cost("1.00")}, {"index": 0, "amount": cost("1.00")}], "/approved"),
        ([{"index": 0, "amount": cost("0.00")}], "/approved"),
    ],
)
def test_finance_cannot_approve_more_than_the_cost_or_nothing(
    refund_id: str, approved: Amounts, fault: str
) -> None:
    task_id = refund_task_of(refund_id)
    answer = decide(task_id, {"decision": "approve", "approved": approved}, by=FINANCE)
    assert (answer.status, [fault["pointer"] for fault in answer.body["errors"]]) == (422, [fault])


def test_a_treatment_may_be_named_by_its_date(refund_id: str) -> None:
    task_id, day = refund_task_of(refund_id), read_refund(refund_id).body["treatments"][1]["on"]
    body = {"decision": "approve", "approved": [{"on": day, "amount": cost("100.00")}]}
    assert decide(task_id, body, by=FINANCE).status == 200
    assert end_refund(refund_id, task_id) == "partly-approved"
    outcomes = [treatment["outcome"] for treatment in read_refund(refund_id).body["treatments"]]
    assert outcomes == ["denied", "partly-approved"]


def test_a_question_leaves_the_task_open_and_is_shown_to_the_member(refund_id: str) -> None:
    task_id = refund_task_of(refund_id)
    assert decide(task_id, {"decision": "clarify", "question": "Hvem behandlede?"}, by=FINANCE).status == 200
    refund = read_refund(refund_id).body
    assert (refund["status"], refund["question"]) == ("in-review", "Hvem behandlede?")
    assert decide(task_id, approve((0, "450.00")), by=FINANCE).status == 412
    assert decide(task_id, approve((0, "450.00")), by=FINANCE, version=2).status == 200
    assert end_refund(refund_id, task_id) == "partly-approved"


def test_a_bill_may_be_sent_again_after_a_denial_and_not_after_an_approval(aws: Any) -> None:
    assert aws
    insured_anna()
    claim_id = claim_in_review()
    bill = bill_of(claim_id)
    for body, expected in (({"decision": "deny", "reason": "Nej"}, 202), (approve((0, "9.00")), 409)):
        refund_id = str(ask_refund(claim_id, refund_body(bill)).body["refundId"])
        task_id = refund_task_of(refund_id)
        assert decide(task_id, body, by=FINANCE).status == 200
        end_refund(refund_id, task_id)
        if expected == 409:
            assert ask_refund(claim_id, refund_body(bill)).status == 409


def test_a_caseworker_cannot_decide_a_refund(refund_id: str) -> None:
    assert decide(refund_task_of(refund_id), approve((0, "450.00"))).status == 403
