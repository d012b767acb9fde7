"""The queue of invoices under faults: batches that several functions read at once, crashes, and poison."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any

from aws_lambda_powertools.utilities.batch import process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from helsebro.ids import ClinicId, InvoiceId
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.received_invoice import ReceivedInvoice, id_for
from helsebro.invoices.rules.all_rules import business_findings
from helsebro.receipt import Receipt
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.einvoice.document import opened
from helsebro_aws.invoices.einvoice.examination import Examined
from helsebro_aws.invoices.einvoice.reading import read_invoice
from helsebro_aws.invoices.judge import InvoiceJudge
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.outbox.message_batch import MessageBatch
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import digest_of

RECEIVES, BATCH, FUNCTIONS = 5, 5, 4


class Killed(BaseException):
    """The process is killed: no ``except Exception`` catches it, and its whole batch comes again."""


def business_rules_only(body: bytes, known_of: Callable[[Invoice], InvoiceFacts], _on: date) -> Examined:
    """Returns the findings of our own rules: the official ones read no table and are not for threads."""
    invoice = read_invoice(opened(body))
    facts = known_of(invoice)
    return Examined(business_findings(invoice, facts), invoice, facts)


def received(clinic_id: str, name: str, body: bytes) -> InvoiceId:
    """Stores an invoice as the API does; returns its id."""
    clinic = ClinicId(clinic_id)
    invoice = ReceivedInvoice(id_for(clinic, name), clinic, "received", clock.now(), digest_of(body))
    InvoiceOriginals().keep(invoice, body)
    DynamoInvoices().receive(invoice, Receipt(f"{clinic_id}{name}", "", 202, {}))
    return invoice.invoice_id


class Crashing(DynamoInvoices):
    """Kills the process once for each of some invoices, before or after the commit of its judgement."""

    def __init__(self, before: Iterable[str], after: Iterable[str]) -> None:
        super().__init__()
        self._lock, self._before, self._after = Lock(), {*before}, {*after}

    def accept(self, after: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> None:
        self._die(after.invoice_id, self._before)
        super().accept(after, invoice, facts)
        self._die(after.invoice_id, self._after)

    def _die(self, invoice_id: str, doomed: set[str]) -> None:
        with self._lock:
            if invoice_id not in doomed:
                return
            doomed.remove(invoice_id)
        raise Killed


def judge_of(invoices: DynamoInvoices) -> InvoiceJudge:
    """Returns a judge that stores through these invoices."""
    return InvoiceJudge(invoices, DynamoInvoiceFacts(), InvoiceOriginals(), examine=business_rules_only)


@dataclass
class InvoiceQueue:
    """A queue and its dead-letter queue: each message comes ``RECEIVES`` times at most."""

    judge: InvoiceJudge
    waiting: list[tuple[str, int]] = field(default_factory=list)
    dead: list[str] = field(default_factory=list)
    crashes: int = 0

    def send(self, invoice_ids: Iterable[str]) -> None:
        """Takes the events of these invoices."""
        self.waiting += [(invoice_id, 0) for invoice_id in invoice_ids]

    def drain(self) -> None:
        """Lets the functions read, several batches at once, until nothing waits."""
        with ThreadPoolExecutor(FUNCTIONS) as functions:
            while self.waiting:
                read, self.waiting = self.waiting, []
                batches = [read[start : start + BATCH] for start in range(0, len(read), BATCH)]
                for batch, failed in zip(batches, functions.map(self._run, batches), strict=True):
                    self._put_back(batch, failed)

    def redrive(self) -> None:
        """Sends the dead letters back once, as a person does."""
        dead, self.dead = self.dead, []
        self.send(dead)

    def _put_back(self, batch: list[tuple[str, int]], failed: set[str]) -> None:
        for invoice_id, received_before in batch:
            if invoice_id in failed and received_before + 1 >= RECEIVES:
                self.dead.append(invoice_id)
            elif invoice_id in failed:
                self.waiting.append((invoice_id, received_before + 1))

    def _run(self, batch: list[tuple[str, int]]) -> set[str]:
        """Returns the invoices whose messages come again; all of them when the process is killed."""
        try:
            answer = process_partial_response(_event(batch), self._judge, MessageBatch(), None)
        except Killed:
            self.crashes += 1
            return {invoice_id for invoice_id, _ in batch}
        return {str(failure["itemIdentifier"]) for failure in answer["batchItemFailures"]}

    def _judge(self, record: SQSRecord) -> None:
        self.judge.judge(json.loads(record.body)["data"]["invoiceId"])


def _event(batch: list[tuple[str, int]]) -> dict[str, Any]:
    return {
        "Records": [
            {
                "messageId": invoice_id,
                "eventSource": "aws:sqs",
                "body": json.dumps({"type": "invoice.received", "data": {"invoiceId": invoice_id}}),
            }
            for invoice_id, _ in batch
        ]
    }
