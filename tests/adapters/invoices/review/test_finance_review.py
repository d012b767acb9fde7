"""An invoice that finance must look at: it waits in review, and the decision has one effect (promise 28)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from functions.payments.payments.handler import handler as payments

from helsebro.errors import Refused
from helsebro.ids import ClinicId, InvoiceId
from helsebro.invoices.review.denial import DENIALS
from helsebro.tasks.staff_decision import StaffDecision
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.invoices.keys import invoice_key
from helsebro_aws.invoices.review.finance_review import MOST_SHOWN, FinanceReview
from helsebro_aws.outbox import outbox_row
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.calls import ask, event, staff
from tests.builders.claims import outbox_rows
from tests.builders.clinics.doubtful_invoices import (
    DOUBT,
    FINANCE,
    decide,
    doubting,
    in_review,
    open_tasks,
    read,
    sent,
)
from tests.builders.invoice_stage import Stage, change, staged

APPROVE = {"decision": "approve"}
DENY = {"decision": "deny", "reason": "account-unknown"}
FATAL = replace(DOUBT, rule="HB-Y", severity="fatal")
OTHER = replace(DOUBT, location="/Invoice/cbc:ID")


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    return staged()


def told_of(aws: dict[str, Any], kind: str) -> list[Any]:
    return [outbox_row.read(row).content for row in outbox_rows(aws, kind)]


def waiting_since(stage: Stage, invoice_id: InvoiceId) -> str | None:
    """Returns the id of the event that the invoice waits for, None when it waits for none."""
    key = invoice_key(ClinicId(stage.clinic_id), invoice_id)
    item = tables.get(tables.settings.money_table, *key) or {}
    return item["waitsFor"]["eventId"] if "listPk" in item else None


def owed() -> list[Any]:
    call = event("GET", "/v1/payments?status=approved", by=staff("finance", payer="nordlys"))
    return list(ask(payments, call).body["items"])


def test_a_doubt_leaves_the_invoice_to_finance_and_tells_the_clinic_what_waits(
    stage: Stage, aws: dict[str, Any]
) -> None:
    invoice_id, task = in_review(stage)
    shown = read(stage, invoice_id)
    assert (shown["status"], [each["message"] for each in shown["findings"]]) == ("in-review", ["Who?"])
    assert not {"taskId", "payTo", "approvedAt"} & {*shown}
    [told] = told_of(aws, "invoice.in-review")
    assert told["clinicId"] == stage.clinic_id
    assert told["data"] == {"invoiceId": invoice_id, "guaranteeId": stage.guarantee.guarantee_id}
    assert (task["reason"], owed()) == ("invoice-in-review", [])


def test_the_task_shows_the_clinic_the_amount_and_what_is_doubtful(stage: Stage) -> None:
    invoice_id, task = in_review(stage, *[replace(DOUBT, location=f"/Invoice/{n}") for n in range(30)])
    assert task["subject"] == {
        "invoiceId": invoice_id,
        "clinicId": stage.clinic_id,
        "guaranteeId": stage.guarantee.guarantee_id,
    }
    shown = task["invoice"]
    assert shown["amount"] == {"amount": "1800.00", "currency": "DKK"}
    assert (shown["number"], shown["kind"], shown["places"]) == ("2026-1001", "invoice", 30)
    assert len(shown["first"]) == MOST_SHOWN
    assert shown["first"][0] == {"rule": "HB-X", "location": "/Invoice/0", "message": "Who?"}
    assert open_tasks("nb")[0]["invoice"]["first"][0]["message"] == "Hvem da?"


def test_an_approved_invoice_is_judged_anew_and_paid_once(stage: Stage, aws: dict[str, Any]) -> None:
    invoice_id, task = in_review(stage)
    assert decide(task, APPROVE).status == 200
    assert (read(stage, invoice_id)["status"], owed(), open_tasks()) == ("in-review", [], [])
    [waits] = told_of(aws, "invoice.reviewed")
    assert waits["data"] == {"invoiceId": invoice_id}
    # The sweep sends the event again if it was lost.
    assert waiting_since(stage, invoice_id) == waits["eventId"]
    for _ in range(2):
        doubting(DOUBT).judge(invoice_id)
    assert waiting_since(stage, invoice_id) is None
    shown = read(stage, invoice_id)
    assert (shown["status"], [each["severity"] for each in shown["findings"]]) == ("accepted", ["warning"])
    assert len(owed()) == len(outbox_rows(aws, "invoice.accepted")) == 1


@pytest.mark.parametrize(
    "found, status, tasks", [((FATAL, DOUBT), "rejected", 0), ((OTHER, DOUBT), "in-review", 1)]
)
def test_what_finance_did_not_see_is_not_approved(
    stage: Stage, found: tuple[Any, ...], status: str, tasks: int
) -> None:
    invoice_id, task = in_review(stage)
    assert decide(task, APPROVE).status == 200
    doubting(*found).judge(invoice_id)
    assert (read(stage, invoice_id)["status"], owed()) == (status, [])
    asked_again = open_tasks()
    assert len(asked_again) == tasks
    assert task["taskId"] not in [each["taskId"] for each in asked_again]


def test_an_invoice_that_is_asked_about_again_is_paid_when_that_is_approved_too(stage: Stage) -> None:
    invoice_id, task = in_review(stage)
    decide(task, APPROVE)
    judge = doubting(OTHER, DOUBT)
    judge.judge(invoice_id)
    [again] = open_tasks()
    assert decide(again, APPROVE).status == 200
    judge.judge(invoice_id)
    assert (read(stage, invoice_id)["status"], len(owed())) == ("accepted", 1)


def test_facts_that_changed_reject_an_approved_invoice(stage: Stage) -> None:
    invoice_id, task = in_review(stage)
    decide(task, APPROVE)
    change(stage.sessions[0].booking_id, "BOOKING", status="booked")
    doubting(DOUBT).judge(invoice_id)
    assert (read(stage, invoice_id)["status"], owed()) == ("rejected", [])


@pytest.mark.parametrize("reason", DENIALS)
def test_a_denied_invoice_is_rejected_with_the_reason_in_words(
    stage: Stage, aws: dict[str, Any], reason: str
) -> None:
    invoice_id, task = in_review(stage)
    assert decide(task, {"decision": "deny", "reason": reason}).status == 200
    shown = read(stage, invoice_id)
    assert (shown["status"], shown["findings"][0]["message"]) == ("rejected", DENIALS[reason].en)
    of_guarantee = {"invoiceId": invoice_id, "guaranteeId": stage.guarantee.guarantee_id}
    assert [told["data"] for told in told_of(aws, "invoice.rejected")] == [of_guarantee]
    doubting(DOUBT).judge(invoice_id)
    assert (read(stage, invoice_id)["status"], owed(), open_tasks()) == ("rejected", [], [])


@pytest.mark.parametrize(
    "body, pointer",
    [
        ({"decision": "deny", "reason": "Anna Holm owes us"}, "/reason"),
        ({"decision": "clarify", "question": "Who?"}, "/decision"),
        ({"decision": "approve", "grant": {"sessions": 1}}, "/decision"),
    ],
)
def test_a_denial_needs_a_reason_of_the_list(stage: Stage, body: dict[str, Any], pointer: str) -> None:
    invoice_id, task = in_review(stage)
    answer = decide(task, body)
    assert (answer.status, [each["pointer"] for each in answer.body["errors"]]) == (422, [pointer])
    assert (read(stage, invoice_id)["status"], len(open_tasks())) == ("in-review", 1)


@pytest.mark.parametrize("first, second", [(APPROVE, DENY), (DENY, APPROVE), (APPROVE, APPROVE)])
def test_only_the_first_decision_counts(stage: Stage, first: Any, second: Any) -> None:
    invoice_id, task = in_review(stage)
    assert decide(task, first).status == 200
    assert decide(task, second).status == 409
    doubting(DOUBT).judge(invoice_id)
    expected = "accepted" if first == APPROVE else "rejected"
    assert (read(stage, invoice_id)["status"], len(owed())) == (expected, int(first == APPROVE))


def test_an_approval_pays_so_it_needs_a_fresh_login(stage: Stage) -> None:
    _, task = in_review(stage)
    stale = {**FINANCE, "auth_time": int((clock.now() - timedelta(minutes=6)).timestamp())}
    assert decide(task, APPROVE, by=stale).status == 401
    assert decide(task, DENY, by=stale).status == 200


def test_an_account_that_is_not_registered_cannot_be_approved(stage: Stage) -> None:
    invoice_id, task = in_review(stage)
    stored = DynamoTasks().find(task["taskId"])
    approval = StaffDecision("approve", "finance", clock.now())
    unregistered = FinanceReview(is_registered=lambda *_: False)
    with pytest.raises(Refused) as refused:
        unregistered.decide(stored, approval, lambda _: None)  # type: ignore[arg-type, return-value]
    assert refused.value.code == "account-not-registered"
    assert (read(stage, invoice_id)["status"], len(open_tasks())) == ("in-review", 1)


def test_an_account_that_is_removed_after_the_approval_is_asked_about_again(stage: Stage) -> None:
    invoice_id, task = in_review(stage)
    decide(task, APPROVE)
    judge = replace(doubting(DOUBT), review=FinanceReview(is_registered=lambda *_: False))
    judge.judge(invoice_id)
    assert (read(stage, invoice_id)["status"], len(open_tasks()), owed()) == ("in-review", 1, [])


def test_two_judgements_of_a_doubtful_invoice_open_one_task(stage: Stage, aws: dict[str, Any]) -> None:
    invoice_id = sent(stage)
    judge = doubting(DOUBT)

    class Late:
        """Judges once more between the reading of the facts and the commit."""

        asked = 0

        def known(self, *arguments: Any, **of: Any) -> Any:
            self.asked += 1
            if self.asked == 1:
                doubting(DOUBT).judge(invoice_id)
            return judge.facts.known(*arguments, **of)

    replace(judge, facts=Late()).judge(invoice_id)  # type: ignore[arg-type]
    assert len(open_tasks()) == len(outbox_rows(aws, "invoice.in-review")) == 1


def test_a_credit_note_in_review_pays_no_account(stage: Stage) -> None:
    first = sent(stage)
    doubting().judge(first)
    note = sent(stage, stage.invoice(number="K-1", credits="2026-1001", sessions=stage.sessions[1:]))
    place = replace(DOUBT, location="/CreditNote")
    doubting(place).judge(note)
    [task] = open_tasks()
    assert decide(task, APPROVE).status == 200
    doubting(place).judge(note)
    assert read(stage, note)["status"] == "accepted"
    assert [payable["amount"]["amount"] for payable in owed()] == ["950.00"]
