"""Promise 4 for every step of an invoice: killed anywhere and run again, it has exactly one effect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

import pytest
from functions.invoices.invoices import handler as received

from helsebro.ids import ClinicId, InvoiceId
from helsebro.local_day import local_day
from helsebro.receipt import Receipt
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import AlreadyDecided, Task
from helsebro_aws.dynamodb.tables import AlreadyAnswered
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.judge import InvoiceJudge
from helsebro_aws.invoices.listed.invoice_record import InvoiceRecord
from helsebro_aws.invoices.review.finance_review import FinanceReview
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.calls import ask
from tests.builders.claims import outbox_rows
from tests.builders.clinics.doubtful_invoices import (
    DOUBT,
    decide,
    doubting,
    in_review,
    open_tasks,
    read,
    sent,
)
from tests.builders.invoice_stage import Stage, staged
from tests.promises.atomic_dynamodb import atomic_transactions
from tests.promises.test_crash import Killed, killed_once

MOMENTS = pytest.mark.parametrize("moment", ["before", "after"])
EVENTS = ("invoice.accepted", "invoice.rejected", "invoice.in-review", "invoice.reviewed", "task.opened")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def effects(aws: dict[str, Any]) -> Counter[str]:
    """Returns how many events of each kind there are, how many payables, and how many locked documents."""
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    found = Counter(row["type"]["S"] for row in rows if row["type"]["S"] in EVENTS)
    items = aws["dynamodb"].scan(TableName="money")["Items"]
    found["payable"] = sum(item["sk"]["S"] == "PAYABLE" for item in items)
    found["locked"] = aws["s3"].list_objects_v2(Bucket="invoices")["KeyCount"]
    return +found


@contextmanager
def killed_at(holder: Any, part: str, method: str, moment: str) -> Iterator[None]:
    """Kills the part of a running function once; afterwards it is whole again."""
    whole = getattr(holder, part)
    setattr(holder, part, killed_once(whole, method, moment))
    try:
        yield
    finally:
        setattr(holder, part, whole)


@MOMENTS
@pytest.mark.parametrize("part, method", [("originals", "keep"), ("invoices", "receive")])
def test_an_invoice_is_received_once_wherever_its_call_is_killed(
    part: str, method: str, moment: str, stage: Stage, aws: dict[str, Any]
) -> None:
    call = stage.sent("/v1/invoices", stage.invoice())
    with killed_at(received, part, method, moment), pytest.raises(Killed):
        ask(received.handler, call)
    answers = [ask(received.handler, call) for _ in range(2)]
    assert {answer.status for answer in answers} == {202}
    [invoice_id] = {answer.body["invoiceId"] for answer in answers}
    rows = outbox_rows(aws, "invoice.received")
    assert [row["data"]["M"]["invoiceId"]["S"] for row in rows] == [invoice_id]
    doubting().judge(invoice_id)
    assert read(stage, invoice_id)["status"] == "accepted"


def judged_twice(judge: InvoiceJudge, invoice_id: InvoiceId, part: str, method: str, moment: str) -> None:
    with pytest.raises(Killed):
        replace(judge, **{part: killed_once(getattr(judge, part), method, moment)}).judge(invoice_id)
    for _ in range(2):
        judge.judge(invoice_id)


READS = [("invoices", "find"), ("facts", "known"), ("originals", "body_of")]


@MOMENTS
@pytest.mark.parametrize("part, method", [*READS, ("originals", "lock"), ("invoices", "accept")])
def test_an_invoice_is_accepted_once_wherever_its_judgement_is_killed(
    part: str, method: str, moment: str, stage: Stage, aws: dict[str, Any]
) -> None:
    judged_twice(doubting(), sent(stage), part, method, moment)
    assert effects(aws) == {"invoice.accepted": 1, "payable": 1, "locked": 1}


@MOMENTS
@pytest.mark.parametrize("part, method", [("invoices", "reject"), ("originals", "erase")])
def test_an_invoice_is_rejected_and_erased_once_wherever_its_judgement_is_killed(
    part: str, method: str, moment: str, stage: Stage, aws: dict[str, Any]
) -> None:
    line = replace(stage.sessions[0], text="010170-1234")
    judged_twice(doubting(), sent(stage, stage.invoice(sessions=(line,))), part, method, moment)
    assert effects(aws) == {"invoice.rejected": 1}
    assert aws["s3"].list_objects_v2(Bucket="receiving")["KeyCount"] == 0


@MOMENTS
@pytest.mark.parametrize("part, method", [("originals", "hold"), ("originals", "show"), ("review", "ask")])
def test_finance_is_asked_once_wherever_the_judgement_is_killed(
    part: str, method: str, moment: str, stage: Stage, aws: dict[str, Any]
) -> None:
    judged_twice(doubting(DOUBT), sent(stage), part, method, moment)
    assert effects(aws) == {"invoice.in-review": 1, "task.opened": 1}
    assert len(open_tasks()) == 1


@MOMENTS
@pytest.mark.parametrize("part, method", [("originals", "lock"), ("invoices", "credit")])
def test_a_credit_note_is_accepted_once_wherever_its_judgement_is_killed(
    part: str, method: str, moment: str, stage: Stage, aws: dict[str, Any]
) -> None:
    doubting().judge(sent(stage))
    note = sent(stage, stage.invoice(number="K-1", credits="2026-1001", sessions=stage.sessions[1:]))
    judged_twice(doubting(), note, part, method, moment)
    assert effects(aws) == {"invoice.accepted": 2, "payable": 1, "locked": 2}
    assert read(stage, note)["status"] == "accepted"


def decided_again(task: Any, verdict: StaffDecision, part: str, method: str, moment: str) -> None:
    """Kills the decision once, then makes it twice, as a person does who got no answer."""
    stored = DynamoTasks().find(task["taskId"])
    killed = FinanceReview()
    setattr(killed, part, killed_once(getattr(killed, part), method, moment))

    def record(_: Task) -> Receipt:
        return Receipt(task["taskId"], "", 200, {})

    with pytest.raises(Killed):
        killed.decide(stored, verdict, record)
    for _ in range(2):
        with suppress(AlreadyDecided, AlreadyAnswered):
            FinanceReview().decide(stored, verdict, record)


STEPS_OF_A_DECISION = [("invoices", "find"), ("tables", "commit")]


@MOMENTS
@pytest.mark.parametrize("part, method", STEPS_OF_A_DECISION)
@pytest.mark.parametrize("verdict", ["approve", "deny"])
def test_a_decision_of_finance_has_one_effect_wherever_it_is_killed(
    verdict: Any, part: str, method: str, moment: str, stage: Stage, aws: dict[str, Any]
) -> None:
    invoice_id, task = in_review(stage)
    reason = None if verdict == "approve" else "more-needed"
    decision = StaffDecision(verdict, "finance", clock.now(), reason)
    decided_again(task, decision, part, method, moment)
    doubting(DOUBT).judge(invoice_id)
    asked = {"invoice.in-review": 1, "task.opened": 1, "invoice.reviewed": 1}
    paid = {"invoice.accepted": 1, "payable": 1, "locked": 1}
    assert effects(aws) == asked | (paid if verdict == "approve" else {"invoice.rejected": 1})


@MOMENTS
@pytest.mark.parametrize(
    "part, method",
    [("originals", "keep"), ("originals", "lock"), ("originals", "let_go"), ("invoices", "accept")],
)
def test_an_approved_invoice_is_paid_once_wherever_its_judgement_is_killed(
    part: str, method: str, moment: str, stage: Stage, aws: dict[str, Any]
) -> None:
    invoice_id, task = in_review(stage)
    decide(task, {"decision": "approve"})
    judged_twice(doubting(DOUBT), invoice_id, part, method, moment)
    found = effects(aws)
    assert (found["invoice.accepted"], found["payable"], found["locked"]) == (1, 1, 1)


@MOMENTS
@pytest.mark.parametrize("part, method", [("invoices", "find"), ("tables", "commit")])
def test_a_rejected_invoice_is_counted_once_wherever_its_record_is_killed(
    part: str, method: str, moment: str, stage: Stage
) -> None:
    invoice_id = sent(stage, stage.invoice(currency="NOK"))
    doubting().judge(invoice_id)
    whole, killed = InvoiceRecord(), InvoiceRecord()
    setattr(killed, part, killed_once(getattr(killed, part), method, moment))
    with pytest.raises(Killed):
        killed.follow(invoice_id)
    for _ in range(2):
        whole.follow(invoice_id)
    month = local_day(clock.now()).replace(day=1)
    [counted] = whole.counts.between(ClinicId(stage.clinic_id), month.replace(month=1), month)
    assert counted.rejected == 1


def test_control_without_the_conditions_an_acceptance_that_is_killed_happens_twice(
    stage: Stage, aws: dict[str, Any]
) -> None:
    class Forgetful(DynamoInvoices):
        """Reads the invoice as if it was never judged."""

        def find(self, invoice_id: InvoiceId) -> Any:
            return replace(super().find(invoice_id), status="received")

    invoice_id = sent(stage)
    plain = doubting()
    killed = replace(plain, invoices=killed_once(DynamoInvoices(), "accept", "after"))
    facts = plain.facts

    class Early:
        """Knows what was known before the first judgement."""

        def __init__(self) -> None:
            self.first: Any = None

        def known(self, *arguments: Any, **of: Any) -> Any:
            self.first = self.first or facts.known(*arguments, **of)
            return self.first

    early: Any = Early()
    with atomic_transactions(lambda _: True):
        with pytest.raises(Killed):
            replace(killed, facts=early).judge(invoice_id)
        replace(plain, invoices=Forgetful(), facts=early).judge(invoice_id)
    assert effects(aws)["invoice.accepted"] == 2
