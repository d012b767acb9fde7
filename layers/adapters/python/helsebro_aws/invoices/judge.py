"""The judge: accepts or rejects a received invoice exactly once.

The message that names the invoice may arrive twice, and arrives again after a crash; everything a judgement
changes is one commit on the condition that the invoice is still unjudged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from helsebro.errors import Conflict
from helsebro.ids import InvoiceId
from helsebro.invoices.invoice import InvoiceStatus
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Busy
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.einvoice.examination import Examined, examined
from helsebro_aws.invoices.originals import InvoiceOriginals
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done

ATTEMPTS = 5
"""Each attempt examines the document again, which takes longer than any other write to the same items."""


@dataclass(frozen=True)
class InvoiceJudge:
    """Judges invoices; ``now`` is its clock."""

    invoices: DynamoInvoices
    facts: DynamoInvoiceFacts
    originals: InvoiceOriginals
    now: Callable[[], datetime] = clock.now

    def judge(self, invoice_id: InvoiceId) -> None:
        """Judges the invoice unless it is judged already. Raises ``Unavailable`` after repeated conflicts."""
        # A conflict means that another invoice took a session: the new facts may change the judgement.
        retry_on_conflict(partial(self._judge, invoice_id), Conflict, attempts=ATTEMPTS, otherwise=Busy())

    def _judge(self, invoice_id: InvoiceId) -> None:
        received = self.invoices.find(invoice_id)
        if received.status != "received":
            done("invoice.judged-before", invoiceId=invoice_id, status=received.status)
            return
        known = partial(self.facts.known, received.clinic_id, of=received.practitioner_id)
        found = examined(self.originals.body_of(received), known, local_day(self.now(), "DK"))
        self._settle(received, found)

    def _settle(self, received: ReceivedInvoice, found: Examined) -> None:
        received = received.examined_by(found.judged_by, found.country)
        guarantee = found.facts.own_guarantee if found.facts else None
        status: InvoiceStatus = "accepted" if found.is_acceptable else "rejected"
        after = received.judged(status, found.findings, self.now(), found.invoice, guarantee)
        if status == "rejected" or found.invoice is None or found.facts is None:
            self.invoices.reject(after)
        elif found.invoice.kind == "credit-note":
            self.invoices.credit(after, found.invoice, found.facts)
        else:
            self.invoices.accept(after, found.invoice, found.facts)
        done(f"invoice.{status}", invoiceId=received.invoice_id, findings=len(found.findings))
