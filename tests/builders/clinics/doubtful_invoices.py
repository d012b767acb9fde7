"""Invoices that finance must look at: a judge that finds a doubt, and what finance does with its task."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from functions.decisions.tasks.handler import handler as tasks
from functions.invoices.invoices.handler import handler as invoices
from functions.invoices.validate_invoice.handler import judge as own_judge

from helsebro.ids import InvoiceId
from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro_aws.invoices.einvoice.examination import examined
from helsebro_aws.invoices.judge import InvoiceJudge
from tests.builders.calls import Answered, ask, event, staff
from tests.builders.invoice_stage import Stage

DOUBT = InvoiceFinding("HB-X", "review", "/Invoice/cac:PaymentMeans", Text("Hvem?", "Hvem da?", "Who?"))
FINANCE = staff("finance", payer="nordlys")


def doubting(*doubts: InvoiceFinding) -> InvoiceJudge:
    """Returns a judge that finds these doubts in every document, beside what the rules find."""

    def examine(*arguments: Any) -> Any:
        found = examined(*arguments)
        return replace(found, findings=(*found.findings, *doubts))

    return InvoiceJudge(own_judge.invoices, own_judge.facts, own_judge.originals, examine=examine)


def sent(stage: Stage, body: bytes | None = None) -> InvoiceId:
    """Sends an invoice, a valid one by default; returns its id."""
    answer = ask(invoices, stage.sent("/v1/invoices", body or stage.invoice()))
    assert answer.status == 202
    return InvoiceId(answer.body["invoiceId"])


def in_review(stage: Stage, *doubts: InvoiceFinding) -> tuple[InvoiceId, Any]:
    """Returns the id of an invoice that finance is asked about, and the task."""
    invoice_id = sent(stage)
    doubting(*(doubts or (DOUBT,))).judge(invoice_id)
    [task] = open_tasks()
    return invoice_id, task


def open_tasks(language: str = "en") -> list[Any]:
    """Returns the open tasks about invoices, as finance reads them."""
    headers = {"accept-language": language}
    answer = ask(tasks, event("GET", "/v1/tasks?queue=invoices", by=FINANCE, headers=headers))
    assert answer.status == 200
    return list(answer.body["items"])


def decide(task: Any, body: dict[str, Any], **call: Any) -> Answered:
    """Returns the answer to a decision of finance on the task."""
    path, headers = f"/v1/tasks/{task['taskId']}/decision", {"if-match": f'"{task["version"]}"'}
    return ask(tasks, event("POST", path, **{"by": FINANCE, **call}, body=body, headers=headers))


def read(stage: Stage, invoice_id: str) -> Any:
    """Returns the invoice as its clinic reads it, in English."""
    call = stage.sent(f"/v1/invoices/{invoice_id}", None)
    call["headers"]["accept-language"] = "en"
    return ask(invoices, call).body
