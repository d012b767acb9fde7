"""Doubts view: the invoices behind a list of tasks, with what finance must see to decide about each.

What the invoice asks for stands on the invoice; where its account stands with the clinic is looked up now,
since it changes while the task is open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.invoices.review.decision_words import APPROVING, APPROVING_NOTE, DENYING
from helsebro.invoices.review.denial import DENIALS
from helsebro.payments.payee_register import PayeeRegister
from helsebro.payments.payment_ways import account_of
from helsebro.tasks.subject import InvoiceReview
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.invoices.dynamo_invoices import invoice_in
from helsebro_aws.invoices.keys import invoice_key
from helsebro_aws.payments.keys import payee_register_key


def show_doubts(
    found: Sequence[Task], shown: Sequence[dict[str, Any]], language: str, at: datetime, on: Tables = tables
) -> None:
    """Puts the invoice of each task, as it is shown, beside what the task stores of it; read in one call."""
    about = {task.task_id: task.subject for task in found if isinstance(task.subject, InvoiceReview)}
    invoices = {invoice_key(each.clinic_id, each.invoice_id) for each in about.values()}
    registers = {payee_register_key(each.clinic_id) for each in about.values()}
    items = on.get_many(on.settings.money_table, sorted(invoices | registers))
    known = {(item["pk"], item["sk"]): item for item in items}
    for task, answer in zip(found, shown, strict=True):
        if task.task_id not in about or "invoice" not in answer:
            continue
        each = about[task.task_id]
        item = known.get(invoice_key(each.clinic_id, each.invoice_id))
        register = known.get(payee_register_key(each.clinic_id))
        payees = from_item(PayeeRegister, register) if register else PayeeRegister()
        answer["invoice"] |= _words(task.invoice is not None and task.invoice.kind == "credit-note", language)
        answer["invoice"]["sessions"] = []
        if item:
            invoice = invoice_in(item)
            answer["invoice"] |= _of_invoice(invoice, payees, at)
            for place in answer["invoice"]["first"]:
                place |= _at_place(invoice, place)


def _words(is_note: bool, language: str) -> dict[str, Any]:
    return {
        "approving": (APPROVING_NOTE if is_note else APPROVING).in_language(language),
        "denying": DENYING.in_language(language),
        "denials": [
            {"reason": reason, "message": text.in_language(language)} for reason, text in DENIALS.items()
        ],
    }


def _at_place(invoice: ReceivedInvoice, place: Mapping[str, Any]) -> dict[str, Any]:
    """Returns what stands at a doubtful place, what should, and what the session there clashes with."""
    here = (place["rule"], place["location"])
    finding = next((each for each in invoice.findings if (each.rule, each.location) == here), None)
    stored = to_item(finding) if finding else {}
    return {name: stored[name] for name in ("found", "expected", "clashes") if stored.get(name)}


def _of_invoice(invoice: ReceivedInvoice, payees: PayeeRegister, at: datetime) -> dict[str, Any]:
    stored = to_item(invoice)
    shown = {name: stored[name] for name in ("clinic", "dueOn") if name in stored}
    account = _account(invoice, payees, at) if invoice.kind != "credit-note" else None
    return {**shown, "sessions": stored.get("sessions", []), **({"payTo": account} if account else {})}


def _account(invoice: ReceivedInvoice, payees: PayeeRegister, at: datetime) -> dict[str, Any] | None:
    """Returns the account that the invoice names and its state; all its means name the same one."""
    if not invoice.pay_to:
        return None
    means = invoice.pay_to[0]
    account = account_of(means)
    payee = next(
        (each for each in payees.payees if account and each.account.canonical == account.canonical), None
    )
    if payee is None:
        return {"account": means.masked, "status": "unknown"}
    since = to_item(payee).get("inForceFrom")
    shown = {"account": payee.account.masked, "status": payee.status_on(at)}
    return {**shown, "inForceFrom": since} if since else shown
