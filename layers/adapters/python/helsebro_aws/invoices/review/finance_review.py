"""Finance review: the payer's finance staff judge what no rule can about an invoice (F0-19, promise 28).

The commit that leaves an invoice to them opens their task. An approval pays nothing: the invoice is judged
anew by the function that has the rules, with what they approved set aside. A denial rejects it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from helsebro.errors import BadInput, Fault, Refused
from helsebro.events import Event
from helsebro.invoices.facts import InvoiceFacts
from helsebro.invoices.finding import InvoiceFinding
from helsebro.invoices.invoice import Invoice
from helsebro.invoices.received_invoice import ReceivedInvoice
from helsebro.invoices.review.denial import DENIALS, finding_of
from helsebro.money import Currency, Money
from helsebro.tasks import news
from helsebro.tasks.doubts.finance_doubt import DoubtfulPlace, InvoiceDoubt
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import InvoiceReview
from helsebro.tasks.task import Record, Task
from helsebro_aws.dynamodb.tables import Operation, Tables, new_event_id, tables
from helsebro_aws.invoices.dynamo_invoices import DynamoInvoices, invoice_event, rejected
from helsebro_aws.invoices.review.registered_account import AccountIsRegistered, account_is_registered
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps

WITHIN = timedelta(days=5)
"""An invoice is due in 30 days, and the clinic may have to send it again."""
MOST_SHOWN = 20
"""The places that a task shows: a page of 100 tasks stays under 6 MB."""


class FinanceReview:
    """Opens the tasks ``invoice-in-review`` and decides them."""

    def __init__(
        self, on: Tables = tables, is_registered: AccountIsRegistered = account_is_registered
    ) -> None:
        self.tables, self.tasks, self.follow_ups = on, DynamoTasks(on), FollowUps(on)
        self.invoices, self.is_registered = DynamoInvoices(on), is_registered

    def ask(self, after: ReceivedInvoice, invoice: Invoice, facts: InvoiceFacts) -> None:
        """Leaves a judged invoice to finance: stores it with its task, in one commit.

        Raises ``JudgedElsewhere``, and ``ValueError`` for an invoice whose payer is unknown.
        """
        if after.guarantee_id is None or after.judged_at is None or facts.payer is None:
            raise ValueError("an invoice without a known guarantee belongs to no finance staff")
        subject = InvoiceReview(after.invoice_id, after.clinic_id, after.guarantee_id)
        # Each judgement that asks has a task of its own, the same one however often it runs.
        about = f"{after.invoice_id}:{after.task_id or ''}"
        doubt = _doubt(after.findings, invoice, facts.payer.currency)
        task = follow_up(
            "invoices", subject, "invoice-in-review", about, after.judged_at, WITHIN, invoice=doubt
        )
        opening, opened = self.follow_ups.opening(task)
        asked = replace(after, task_id=task.task_id, pay_to=invoice.payment_means)
        event = invoice_event("invoice.in-review", asked, guaranteeId=after.guarantee_id)
        guessed = self.invoices.guessed(after, facts)
        self.tables.commit([self.invoices.judgement(asked), opening, *guessed], events=[event, opened])

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task.

        After an approval the invoice waits to be judged anew; after a denial it is rejected, with the reason
        among its findings. Raises ``AlreadyDecided``; ``Refused`` to approve an account that is not
        registered; ``BadInput`` for anything but a plain approval, or a denial for one of ``DENIALS``.
        """
        faults = _faults(decision)
        if faults:
            raise BadInput(faults)
        assert isinstance(task.subject, InvoiceReview)
        after, events = task.decide(decision), [news.closed(task, decision.at)]
        changes: list[Operation] = [self.tasks.replacement(task, after)]
        invoice = self.invoices.find(task.subject.invoice_id)
        if invoice.is_reviewed_in(task.task_id):
            act = self._approved if decision.decision == "approve" else self._denied
            change, happened = act(invoice, decision)
            changes, events = [*changes, change], [*events, *happened]
        self.tables.commit(changes, events=events, receipt=record(after))
        return after

    def _approved(self, invoice: ReceivedInvoice, decision: StaffDecision) -> tuple[Operation, list[Event]]:
        if not self.may_be_paid(invoice, decision.at):
            raise Refused("account-not-registered")
        event = _reviewed(invoice, decision)
        return self.invoices.approval(replace(invoice, approved_at=decision.at), event), [event]

    def _denied(self, invoice: ReceivedInvoice, decision: StaffDecision) -> tuple[Operation, list[Event]]:
        root = "/CreditNote" if invoice.kind == "credit-note" else "/Invoice"
        reason = finding_of(decision.reason or "", root)
        denied = replace(
            invoice, status="rejected", findings=(reason, *invoice.findings), judged_at=decision.at
        )
        # The document that was held for finance is let go on the second event.
        events = [rejected(denied), _reviewed(invoice, decision)]
        return self.invoices.denial(denied), events

    def may_be_paid(self, invoice: ReceivedInvoice, at: datetime) -> bool:
        """Returns whether the account is registered; a credit note pays no account."""
        if invoice.kind == "credit-note":
            return True
        return self.is_registered(invoice.clinic_id, invoice.pay_to or (), at)


def _reviewed(invoice: ReceivedInvoice, decision: StaffDecision) -> Event:
    event = Event("invoice.reviewed", decision.at, invoice.payer, {"invoiceId": invoice.invoice_id})
    return replace(event, event_id=new_event_id())


def _faults(decision: StaffDecision) -> list[Fault]:
    if decision.decision == "clarify" or decision.grant or decision.approved:
        return [Fault("/decision", "only-approve-or-deny", "")]
    if decision.decision == "deny" and decision.reason not in DENIALS:
        return [Fault("/reason", "unknown-denial", ", ".join(DENIALS))]
    return []


def _doubt(findings: tuple[InvoiceFinding, ...], invoice: Invoice, currency: Currency) -> InvoiceDoubt:
    asked = [each for each in findings if each.severity == "review"]
    first = (
        DoubtfulPlace(
            each.rule, each.location, {"da": each.asked.da, "nb": each.asked.nb, "en": each.asked.en}
        )
        for each in asked[:MOST_SHOWN]
    )
    amount = Money.of(invoice.payable or 0, currency)
    return InvoiceDoubt(amount, invoice.kind, invoice.number, tuple(first), len(asked))
