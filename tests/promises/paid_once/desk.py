"""The desks that pay for a session: invoices, credit notes, reports without an invoice, members' refunds.

An invoice is judged by the business rules and stored as ``InvoiceJudge`` does it; only the XML around it is
read once, before a race, because the engine of the official rules is for one thread.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from threading import Barrier, local
from typing import Any

from functions.invoices.invoices.handler import handler as invoices

from helsebro import ids
from helsebro.claims.claim import Claim
from helsebro.errors import Conflict
from helsebro.ids import BookingId, ClaimId, ClinicId, InvoiceId, PersonId, PolicyId, PractitionerId, RefundId
from helsebro.invoices.finding import asks_finance, refuses
from helsebro.invoices.invoice import Invoice, InvoiceStatus
from helsebro.invoices.rules.all_rules import business_findings
from helsebro.money import Money
from helsebro.payments.payouts.payout_choice import PayoutChoice
from helsebro.receipt import Receipt
from helsebro.refunds.billed_treatment import BilledTreatment
from helsebro.refunds.refund import Refund
from helsebro.tasks.staff_decision import ApprovedAmount, StaffDecision
from helsebro.tasks.subject import RefundReview
from helsebro.tasks.task import Task, opened
from helsebro_aws.bookings.refunded.guaranteed_refunds import GuaranteedRefundDecisions
from helsebro_aws.dynamodb.keys import case_partition
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import AlreadyAnswered, Page, Put, Tables, tables
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices
from helsebro_aws.invoices.einvoice.document import opened as opened_document
from helsebro_aws.invoices.einvoice.reading import read_invoice
from helsebro_aws.invoices.judge import ATTEMPTS
from helsebro_aws.invoices.payouts.pay_session import SessionPayouts
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.payments.dynamo_payables import DynamoPayables
from helsebro_aws.platform import clock
from helsebro_aws.refunds.approval import RefundApproval
from helsebro_aws.refunds.benefits_used import RefundedBenefits
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from local.clinic import ubl
from tests.builders.calls import ask
from tests.builders.domain.asking import question
from tests.builders.domain.practitioners import practitioner
from tests.builders.invoice_stage import Stage, change, session
from tests.builders.invoices import FIRST
from tests.builders.payments.session_stage import CHOSEN, choose

PRICE = Money.of(450)
PATIENCE = 60
"""Seconds until a race whose racers do not all read fails, instead of waiting for ever."""


class ReadTogether(Tables):
    """Tables by which every racer has read the person's ledger before any of them writes."""

    def __init__(self, racers: int) -> None:
        super().__init__()
        self.barrier, self.seen = Barrier(racers, timeout=PATIENCE), local()

    def query(self, table: str, pk: str, **how: Any) -> Page:
        """Reads a page; the first reading of a ledger by a racer ends when all have read."""
        page = super().query(table, pk, **how)
        if pk.endswith("#benefits") and not getattr(self.seen, "ledger", False):
            self.seen.ledger = True
            self.barrier.wait()
        return page


@dataclass(frozen=True)
class SentInvoice:
    """An invoice or credit note that a clinic has sent and that is not judged."""

    invoice_id: InvoiceId
    document: Invoice

    def run(self, on: Tables, *, finance_agrees: bool = False) -> None:
        """Judges it; again after a conflict, as the queue does. What finance must see waits until it agrees.

        Finance agrees to what it may decide, and to nothing that rejects the invoice.
        """
        retry_on_conflict(partial(self._judge, on, finance_agrees), Conflict, attempts=ATTEMPTS)

    def rules(self) -> list[str]:
        """Returns the rules that it breaks by what is known now, but for mere warnings."""
        received = DynamoInvoices().find(self.invoice_id)
        facts = DynamoInvoiceFacts().known(received.clinic_id, self.document)
        found = business_findings(self.document, facts)
        return [finding.rule for finding in found if finding.severity != "warning"]

    def _judge(self, on: Tables, finance_agrees: bool) -> None:
        stored = DynamoInvoices(on)
        received = stored.find(self.invoice_id)
        if received.status != "received":
            return
        facts = DynamoInvoiceFacts(on).known(received.clinic_id, self.document)
        findings = business_findings(self.document, facts)
        if asks_finance(findings) and not finance_agrees:
            return
        status: InvoiceStatus = "rejected" if refuses(findings) else "accepted"
        after = received.judged(status, findings, clock.now(), self.document, facts)
        if status == "rejected":
            stored.reject(after, facts)
        elif self.document.kind == "credit-note":
            stored.credit(after, self.document, facts)
        else:
            stored.accept(after, self.document, facts)


@dataclass(frozen=True)
class ReportedSession:
    """A session that a clinic which is paid without invoices reported as held."""

    booking_id: BookingId

    def run(self, on: Tables) -> None:
        """Pays it, as its consumer does."""
        SessionPayouts(on).settle(self.booking_id)


@dataclass(frozen=True)
class AskedRefund:
    """A refund of one session that finance approves with an amount."""

    refund_id: RefundId
    task: Task

    def run(self, on: Tables) -> None:
        """Approves it and ends it; what was paid before is refused."""
        decision = StaffDecision("approve", "finance", clock.now(), approved=(ApprovedAmount(PRICE, 0),))
        with suppress(Conflict, AlreadyAnswered):
            GuaranteedRefundDecisions(on).decide(self.task, decision, self._receipt)
        self.end(on)

    def end(self, on: Tables) -> None:
        """Ends it when it is decided, as its workflow does."""
        parts = (DynamoTasks(on), DynamoRefunds(on), DynamoPayables(on))
        RefundApproval(on, *parts, benefits=RefundedBenefits(on)).run(self.refund_id, self.task.task_id)

    def _receipt(self, _: Task) -> Receipt:
        return Receipt(f"decision of {self.task.task_id}", "", 200, {})


@dataclass
class Desk:
    """One session of one person, on ``on``: everything that may be sent to have it paid."""

    stage: Stage
    on: date = FIRST
    sent: int = field(default=0)

    @property
    def person_id(self) -> PersonId:
        """The person who was treated."""
        return self.stage.guarantee.person_id

    def invoice(self, line: ubl.Session | None = None) -> SentInvoice:
        """Sends an invoice of a booking of that day, a new one unless its ``line`` is given."""
        self.sent += 1
        return self._sent(number=f"2026-{self.sent}", sessions=(line or self.line(),))

    def credit_note(self, of: SentInvoice, line: ubl.Session) -> SentInvoice:
        """Sends a credit note of an invoice's line."""
        self.sent += 1
        return self._sent(number=f"K-{self.sent}", credits=of.document.number, sessions=(line,))

    def line(self) -> ubl.Session:
        """Stores a session that was held that day, by the same practitioner; returns its line."""
        change(self.stage.guarantee.guarantee_id, "GUARANTEE", sessionsGranted=200)
        return session(self.stage.guarantee, ClinicId(self.stage.clinic_id), self.on, "follow-up")

    def _sent(self, **changes: Any) -> SentInvoice:
        body = self.stage.invoice(**changes)
        answer = ask(invoices, self.stage.sent("/v1/invoices", body))
        assert answer.status == 202, answer.body
        return SentInvoice(InvoiceId(answer.body["invoiceId"]), read_invoice(opened_document(body)))

    def report(self, line: ubl.Session | None = None) -> ReportedSession:
        """Reports a booking of that day as held, a new one unless its ``line`` is given."""
        choose(ClinicId(self.stage.clinic_id), PayoutChoice("session", CHOSEN))
        return ReportedSession(BookingId((line or self.line()).booking_id))

    def know_the_practitioner(self, authorisation_id: str) -> None:
        """Stores the practitioner of the bookings, with the number of the authorisation."""
        known = practitioner(
            practitioner_id=PractitionerId("prc_1"),
            clinic_id=ClinicId(self.stage.clinic_id),
            authorisation_id=authorisation_id,
        )
        DynamoPractitioners().set(known)

    def refund(self, authorisation_id: str | None = None) -> AskedRefund:
        """Asks for a refund of a bill of that day, in a case of its own."""
        claim = self._claim()
        refund_id = RefundId(ids.within("ref", claim.claim_id, clock.randomness()))
        billed = BilledTreatment(self.on, "physiotherapy", PRICE, authorisation_id=authorisation_id)
        refund = Refund(
            refund_id,
            claim.claim_id,
            claim.payer,
            claim.person_id,
            "DK",
            (),
            (billed,),
            "received",
            claim.reported_at,
        )
        _store(refund_id, f"REFUND#{refund_id}", refund)
        task = opened("refunds", RefundReview(claim.claim_id, refund_id), clock.now(), timedelta(days=14))
        DynamoTasks().open(task, f"token-{refund_id}", {})
        return AskedRefund(refund_id, task)

    def _claim(self) -> Claim:
        claim = Claim(
            claim_id=ClaimId(ids.mint("clm", self.stage.guarantee.payer, clock.randomness())),
            payer=self.stage.guarantee.payer,
            person_id=self.person_id,
            policy_id=PolicyId("pol_1"),
            policy_number="P-1",
            product="SF1706",
            country="DK",
            status="in-review",
            reported_at=datetime.now(UTC),
            version=1,
            treatment_type="physiotherapy",
            question=question({"cause": "leisure", "treatment": {"type": "physiotherapy", "country": "DK"}}),
            description="Ondt i knæet",
            consent="given",
        )
        _store(claim.claim_id, "CLAIM", claim)
        return claim


def owed(payer: str = "nordlys") -> list[str]:
    """Returns the kind of every payable that is to be paid; one that was credited whole is not."""
    found, following = DynamoPayables().with_status(payer, "approved", 100, None)
    assert following is None
    return [payable.kind for payable in found if payable.amount.amount]


def _store(identifier: str, sk: str, value: object) -> None:
    item = {"pk": case_partition(identifier), "sk": sk, **to_item(value)}
    tables.commit([Put(tables.settings.cases_table, item)])
