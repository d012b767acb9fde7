"""What a bank's answer does to a refund, and what finance decides of a payment that failed."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.payments.payable import Payable
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import outbox_rows
from tests.builders.decisions import decide, tasks_in
from tests.builders.network import ANNA
from tests.builders.payments.bank_stage import applied, booked, credit, debit, id_of, status_of, with_the_bank
from tests.builders.payments.payment_stage import Owing, found, lines, owing
from tests.functions.payments.test_write_payment_file import refunded

FINANCE = staff("finance")


@pytest.fixture
def to(aws: dict[str, Any]) -> Owing:
    assert aws
    return owing()


def returned(owed: Payable) -> dict[str, Any]:
    """Lets the bank reject a payment, and returns the task of finance."""
    applied(status_of(with_the_bank(), {id_of(owed): "RJCT"}, why="AC01"))
    [task] = tasks_in("payments", by=FINANCE).body["items"]
    return dict(task)


def ledger_of(payable: Payable) -> list[str]:
    from helsebro_aws.payments.ledger.dynamo_ledger import DynamoLedger

    entries = DynamoLedger().of_case(payable.claim_id)
    return sorted(entry.kind for entry in entries if entry.payable_id == payable.payable_id)


def read_refund(payable: Payable) -> Answered:
    from functions.refunds.refunds.handler import handler

    assert payable.refund_id
    return ask(handler, event("GET", f"/v1/refunds/{payable.refund_id}", by=member(ANNA)))


def test_a_refund_is_paid_when_the_bank_says_so_and_the_member_sees_when(
    to: Owing, aws: dict[str, Any]
) -> None:
    assert to
    owed = refunded()
    file_id = with_the_bank()
    applied(booked(debit(owed, file_id)))
    shown = read_refund(owed).body
    assert (shown["status"], "paidAt" in shown, "paymentReturnedAt" in shown) == ("paid", True, False)
    assert ledger_of(owed) == ["approved", "paid", "released"]
    [paid] = outbox_rows(aws, "refund.paid")
    assert set(paid["data"]["M"]) == {"refundId", "claimId"}
    applied(booked(credit(owed, file_id, day="2026-03-09")))
    shown = read_refund(owed).body
    assert (shown["status"], "paidAt" in shown, "paymentReturnedAt" in shown) == ("approved", False, True)
    assert len(outbox_rows(aws, "refund.returned")) == 1
    assert outbox_rows(aws, "payment.sent") == []


def test_finance_lets_a_returned_payment_be_paid_again_by_the_next_file(to: Owing) -> None:
    owed = to.owes()
    task = returned(owed)
    assert decide(task["taskId"], {"decision": "approve"}, by=FINANCE).status == 200
    again = found(owed)
    assert (again.status, again.file_id, len(again.past_files)) == ("approved", None, 1)
    assert (again.pay_to, again.payee_id) == (owed.pay_to, owed.payee_id)
    second = with_the_bank()
    assert [line.payable_id for line in lines(second)] == [owed.payable_id]
    applied(booked(debit(owed, second)))
    assert (found(owed).status, ledger_of(owed)) == (
        "paid",
        ["approved", "paid", "released", "released", "returned"],
    )


def test_an_old_answer_about_the_first_file_does_not_touch_the_second(to: Owing) -> None:
    owed = to.owes()
    task = returned(owed)
    first = found(owed).file_id
    assert first
    assert decide(task["taskId"], {"decision": "approve"}, by=FINANCE).status == 200
    with_the_bank()
    old = applied(status_of(first, {id_of(owed): "RJCT"}, "<GrpSts>PART</GrpSts>", why="AC01"))
    assert [(row["state"], row["fileId"]) for row in old["items"]] == [("repeated", first)]
    nameless = applied(booked(debit(owed, day="2026-01-02")))
    assert [(row["state"], row["fileId"]) for row in nameless["items"]] == [("differs", first)]
    assert found(owed).status == "sent"


def test_finance_writes_a_returned_payment_off_with_a_reason(to: Owing) -> None:
    owed = to.owes()
    task = returned(owed)
    without = decide(task["taskId"], {"decision": "deny"}, by=FINANCE)
    assert without.status == 422
    answer = decide(task["taskId"], {"decision": "deny", "reason": "Klinikken er lukket"}, by=FINANCE)
    assert answer.status == 200
    assert (found(owed).status, ledger_of(owed)) == ("credited", ["credited", "released", "returned"])
    assert tasks_in("payments", by=FINANCE).body["items"] == []


def test_a_question_decides_nothing_of_a_returned_payment(to: Owing) -> None:
    owed = to.owes()
    task = returned(owed)
    refused = decide(task["taskId"], {"decision": "clarify", "question": "Hvorfor?"}, by=FINANCE)
    assert (refused.status, found(owed).status) == (422, "returned")


def test_a_clinic_without_an_account_in_force_is_not_paid_again(to: Owing) -> None:
    from dataclasses import replace

    owed = to.owes()
    task = returned(owed)
    before = found(owed)
    gone = replace(before, clinic_id=type(to.clinic_id)("cli_without"))
    from helsebro_aws.dynamodb.tables import tables

    tables.commit([DynamoPayables().replacement(before, gone)])
    refused = decide(task["taskId"], {"decision": "approve"}, by=FINANCE)
    assert (refused.status, refused.body["code"]) == (409, "payee-not-in-force")
    assert found(owed).status == "returned"


def test_finance_closes_the_task_of_a_difference(to: Owing) -> None:
    owed = to.owes()
    applied(booked(debit(owed, with_the_bank(), 1)))
    [task] = tasks_in("payments", by=FINANCE).body["items"]
    assert (
        decide(task["taskId"], {"decision": "approve", "reason": "Banken retter"}, by=FINANCE).status == 200
    )
    assert found(owed).status == "sent"
