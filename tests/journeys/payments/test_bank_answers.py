"""A bank answers a payment file: a payment is made, one is rejected, and one comes back."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

from local.bank.small_bank import credit, debits, status_report
from local.journey.payment import PlayedPayment, payable_of
from local.journey.people import User
from local.journey.steps import until
from tests.journeys.invoices.invoiced_case import InvoicedCase


def returned_task(finance: User, payable_id: str) -> dict[str, Any] | None:
    tasks = finance.get("/v1/tasks?queue=payments&limit=100").json()["items"]
    return next((task for task in tasks if task["subject"].get("payableId") == payable_id), None)


def paid_invoice(case: InvoicedCase, invoice_id: str) -> dict[str, Any] | None:
    shown = case.read(invoice_id)
    return shown if shown["status"] == "paid" else None


def test_a_payment_is_made_told_to_the_clinic_and_comes_back(case: InvoicedCase) -> None:
    invoice_id = case.judged(case.document(), "invoice.accepted")["invoiceId"]
    ids, users = {"invoiceId": invoice_id}, case.played.users
    today = case.played.stack.clock.today()
    payment = PlayedPayment.of(users, ids)
    assert payment.says(status_report(payment.file))["items"][0]["effect"] == "none"

    made = debits(payment.file, today)
    report = payment.says(made)
    assert [(row["state"], row["effect"]) for row in report["items"]] == [("applied", "paid")]
    case.hear("payment.sent", invoice_id)
    assert case.read(invoice_id)["status"] == "paid"
    assert payment.shown()["state"] == "settled"
    again = payment.drafts.post_xml("/v1/bank-reports", made)
    assert again.json() == {"reportId": report["reportId"], "state": "repeated"}

    [transfer] = payment.file.transfers
    back = payment.says(credit(payment.file, transfer.end_to_end_id, today + timedelta(days=2)))
    assert [(row["effect"], row["reason"]) for row in back["items"]] == [("returned", "AC04")]
    assert case.read(invoice_id)["status"] == "accepted"
    payable = payable_of(payment.drafts, ids, "returned")
    assert payable
    assert until("its task", partial(returned_task, payment.drafts, payable["payableId"]))


def test_a_payment_that_is_rejected_is_paid_again_once_finance_says_so(case: InvoicedCase) -> None:
    invoice_id = case.judged(case.document(), "invoice.accepted")["invoiceId"]
    ids, users = {"invoiceId": invoice_id}, case.played.users
    first = PlayedPayment.of(users, ids)
    rejected = {transfer.end_to_end_id for transfer in first.file.transfers}
    report = first.says(status_report(first.file, rejected))
    assert [(row["effect"], row["reason"]) for row in report["items"]] == [("returned", "AC01")]
    assert (first.shown()["state"], first.shown()["returned"]) == ("settled", 1)

    payable = payable_of(first.drafts, ids, "returned")
    assert payable
    task = until("its task", partial(returned_task, first.drafts, payable["payableId"]))
    assert task["reason"] == "payment-returned"
    answer = first.drafts.post(
        f"/v1/tasks/{task['taskId']}/decision",
        {"decision": "approve", "reason": "The bank had an error"},
        **{"If-Match": f'"{task["version"]}"'},
    )
    assert answer.status_code == 200, answer.text

    second = PlayedPayment.of(users, ids)
    assert second.path != first.path
    second.says(debits(second.file, case.played.stack.clock.today()))
    assert until("a paid invoice", partial(paid_invoice, case, invoice_id))
