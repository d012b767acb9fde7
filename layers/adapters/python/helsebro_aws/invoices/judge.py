"""The judge: accepts or rejects a received invoice exactly once, or leaves it to finance.

The message that names the invoice may arrive twice, and arrives again after a crash; everything a judgement
changes is one commit on the condition that the invoice still waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial

from helsebro.errors import Conflict
from helsebro.ids import InvoiceId
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import status_after
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.original import GONE, must_be_erased, must_be_locked, number_shown
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Busy
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.einvoice.examination import Examined, examined
from helsebro_aws.invoices.einvoice.locked_copy import locked_copy
from helsebro_aws.invoices.originals import InvoiceOriginals, OriginalGone
from helsebro_aws.invoices.review.finance_review import FinanceReview
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import done

Examine = Callable[[bytes, Callable[[Invoice], InvoiceFacts], date], Examined]
"""Returns what a document shows on a day, with the facts that are looked up for what it names."""
ATTEMPTS = 5
"""Each attempt examines the document again, which takes longer than any other write to the same items."""


@dataclass(frozen=True)
class InvoiceJudge:
    """Judges invoices; ``now`` is its clock."""

    invoices: DynamoInvoices
    facts: DynamoInvoiceFacts
    originals: InvoiceOriginals
    now: Callable[[], datetime] = clock.now
    examine: Examine = examined
    review: FinanceReview = field(default_factory=FinanceReview)

    def judge(self, invoice_id: InvoiceId) -> None:
        """Judges the invoice if it waits for it. Raises ``Unavailable`` after repeated conflicts."""
        # A conflict means that another invoice took a session: the new facts may change the judgement.
        retry_on_conflict(partial(self._judge, invoice_id), Conflict, attempts=ATTEMPTS, otherwise=Busy())

    def _judge(self, invoice_id: InvoiceId) -> None:
        received = self.invoices.find(invoice_id)
        may_be_held = received.task_id is not None or not received.waits_for_judgement
        if received.waits_for_judgement:
            received = self._judged(received)
        else:
            done("invoice.judged-before", invoiceId=invoice_id, status=received.status)
        # After the commit, and again when it is run again: a crash in between leaves nothing behind, and only
        # what was accepted is locked for good. Two invoices of one session may both have been acceptable.
        if must_be_erased(received):
            self.originals.erase(received)
        if must_be_locked(received):
            self._lock(received)
        if may_be_held and received.status != "in-review":
            self.originals.let_go(received)

    def _lock(self, received: ReceivedInvoice) -> None:
        body = self.originals.as_received(received)
        # Long after it was locked, it has expired where it was received.
        if body is not None:
            self.originals.lock(received, locked_copy(body))

    def _judged(self, received: ReceivedInvoice) -> ReceivedInvoice:
        try:
            body = self.originals.body_of(received)
        except OriginalGone:
            return self._settle(received, b"", Examined((GONE,)))
        known = partial(
            self.facts.known,
            received.clinic_id,
            of=received.practitioner_id,
            was_judged=received.approved_at is not None,
        )
        return self._settle(received, body, self.examine(body, known, local_day(self.now(), "DK")))

    def _settle(self, received: ReceivedInvoice, body: bytes, found: Examined) -> ReceivedInvoice:
        received = received.examined_by(found.judged_by, found.country)
        invoice, facts, at = found.invoice, found.facts, self.now()
        may_be_paid = self.review.may_be_paid(received, at)
        findings = received.after_review(found.findings) if may_be_paid else found.findings
        status = status_after(findings)
        if status == "in-review":
            # Finance is asked about all of it: the next approval counts for what was approved before too.
            findings = found.findings
        after = received.judged(status, findings, at, invoice, facts)
        if invoice and facts:
            after = replace(after, number=number_shown(invoice, facts, findings))
        if must_be_erased(after):
            after = after.without_amounts()
        if status == "rejected" or invoice is None or facts is None:
            self.invoices.reject(after, facts)
        elif status == "in-review":
            # It is judged once more when finance has decided, and they may take longer than its days.
            self.originals.hold(received, body)
            self.originals.show(received, locked_copy(body))
            self.review.ask(after, invoice, facts)
        else:
            if received.task_id:
                # The files inside it are read from there, after it is let go.
                self.originals.keep(received, body)
            commit = self.invoices.credit if invoice.kind == "credit-note" else self.invoices.accept
            commit(after, invoice, facts)
        done(f"invoice.{status}", invoiceId=received.invoice_id, findings=len(findings))
        return after
