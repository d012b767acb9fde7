"""Received invoice: a document that a clinic sent, and its state since it arrived (F0-19, F2-13)."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from helsebro.caller import FINANCE, Caller
from helsebro.errors import NotFound
from helsebro.ids import ClinicId, GuaranteeId, InvoiceId, PayableId, PractitionerId, TaskId
from helsebro.invoices.facts import InvoiceFacts, KnownGuarantee
from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro.invoices.invoice import Invoice, InvoiceKind, InvoiceStatus
from helsebro.invoices.review.invoiced_session import InvoicedSession
from helsebro.invoices.rule_set import JudgedBy
from helsebro.invoices.term import PAYMENT_TERM
from helsebro.local_day import HOME, local_day
from helsebro.money import Currency, Money
from helsebro.payments.named_clinic import NamedClinic
from helsebro.payments.payable import Payable, id_for_invoice
from helsebro.payments.payee import Payee
from helsebro.payments.payee_register import pay_to
from helsebro.payments.payment_means import PaymentMeans

OWN_LETTERS = 16
"""How many letters of an id identify the invoice: ten bytes in base32. The clinic's letters precede them."""

APPROVED = Text(
    "Forsikringsselskabet har set på dette og godkendt det.",
    "Forsikringsselskapet har sett på dette og godkjent det.",
    "The insurer has looked at this and approved it.",
)


@dataclass(frozen=True)
class ReceivedInvoice:
    """``digest`` is the SHA-256 (hex) of the document, which is stored unchanged with the originals.

    The fields read from the document (``kind``, ``number``, guarantee, payer) are set when it is judged.
    ``payer`` stays empty when the guarantee is unknown, so no payer's staff can read the invoice.
    ``practitioner_id`` is the practitioner who sent it; what the clinic sent as a whole has none.

    While it is ``in-review``, ``task_id`` is the task of finance and ``pay_to`` the accounts it names. Once
    they have approved it, ``approved_at`` is set until it is judged anew.
    ``judged_by`` are the official rule sets that judged it, ``country`` is the clinic's when it was judged.
    ``attachments`` is the number of the files inside an accepted document. ``credited_by`` are the credit
    notes that credit it, ``credited`` is what they credit together. ``clinic`` is its sender, ``amount`` what
    it asks for, due ``due_on``, and ``sessions`` those it names, once its guarantee is known. ``answered_at``
    is when a bank last said what became of its payment.
    """

    invoice_id: InvoiceId
    clinic_id: ClinicId
    status: InvoiceStatus
    received_at: datetime
    digest: str
    kind: InvoiceKind | None = None
    number: str | None = None
    payer: str = ""
    practitioner_id: PractitionerId | None = None
    guarantee_id: GuaranteeId | None = None
    payable_id: PayableId | None = None
    judged_at: datetime | None = None
    findings: tuple[InvoiceFinding, ...] = ()
    judged_by: tuple[JudgedBy, ...] = ()
    country: str = HOME
    task_id: TaskId | None = None
    pay_to: tuple[PaymentMeans, ...] | None = field(default=None, repr=False)
    approved_at: datetime | None = None
    attachments: int = 0
    clinic: NamedClinic | None = None
    amount: Money | None = None
    due_on: date | None = None
    sessions: tuple[InvoicedSession, ...] = ()
    credited_by: tuple[InvoiceId, ...] = ()
    credited: Money | None = None
    answered_at: datetime | None = None

    def credited_with(self, credit_note: InvoiceId, amount: Money) -> ReceivedInvoice:
        """Returns the invoice after a credit note of that amount."""
        credited = self.credited + amount if self.credited else amount
        return replace(self, credited_by=(*self.credited_by, credit_note), credited=credited)

    @property
    def waits_for_judgement(self) -> bool:
        """Whether it was never judged, or finance approved what they were asked."""
        return self.status == "received" or self.approved_at is not None

    def is_reviewed_in(self, task_id: TaskId) -> bool:
        """Returns whether finance is still asked about it in this task."""
        return self.status == "in-review" and self.task_id == task_id and self.approved_at is None

    def after_review(self, findings: tuple[InvoiceFinding, ...]) -> tuple[InvoiceFinding, ...]:
        """Returns the findings of a judgement; those that finance has approved are warnings.

        What counts is the rule, the place and what it clashes with: finance is asked what it was not asked.
        """
        if self.approved_at is None:
            return findings
        asked = [each for each in self.findings if each.severity == "review"]
        return tuple(
            replace(each, severity="warning", text=APPROVED, for_finance=None)
            if each.severity == "review" and any(each.is_approved_by(approved) for approved in asked)
            else each
            for each in findings
        )

    def judged(
        self,
        status: InvoiceStatus,
        findings: tuple[InvoiceFinding, ...],
        at: datetime,
        invoice: Invoice | None,
        facts: InvoiceFacts | None,
    ) -> ReceivedInvoice:
        """Returns the invoice, accepted, rejected or in review, with every finding.

        What was read of the document before stays when it cannot be read any more.
        """
        guarantee = facts.own_guarantee if facts else None
        after = self._named(invoice, facts) if invoice and facts else self
        return replace(
            after,
            status=status,
            findings=findings,
            judged_at=at,
            kind=invoice.kind if invoice else self.kind,
            payer=guarantee.payer if guarantee else "" if invoice else self.payer,
            guarantee_id=guarantee.guarantee_id if guarantee else None if invoice else self.guarantee_id,
            attachments=len(invoice.attachments) if invoice and status == "accepted" else 0,
        )

    def _named(self, invoice: Invoice, facts: InvoiceFacts) -> ReceivedInvoice:
        """Returns the invoice with what the clinic and finance read of it."""
        return replace(
            self,
            clinic=facts.clinic,
            amount=facts.amount_of(invoice),
            due_on=self._due_on(invoice) if facts.own_guarantee else None,
            sessions=facts.invoiced(invoice),
        )

    def without_amounts(self) -> ReceivedInvoice:
        """Returns the invoice without the amounts that it asks for: any may be a person's number."""
        sessions = tuple(replace(each, amount=None) for each in self.sessions)
        return replace(self, amount=None, sessions=sessions)

    def examined_by(self, judged_by: tuple[JudgedBy, ...], country: str) -> ReceivedInvoice:
        """Returns the invoice with the official rule sets that examined it, and its clinic's country."""
        return replace(self, judged_by=judged_by, country=country)

    def paid(self, at: datetime) -> ReceivedInvoice:
        """Returns the accepted invoice after the bank has paid it."""
        return replace(self, status="paid", answered_at=at)

    def unpaid(self, at: datetime) -> ReceivedInvoice:
        """Returns the invoice after the bank rejected its payment, or the money came back: it is accepted."""
        return replace(self, status="accepted", answered_at=at)

    def may_be_read_by(self, caller: Caller) -> bool:
        """Returns whether the caller is the clinic that sent it or finance staff of its payer.

        A practitioner may read the own invoices only.
        """
        if caller.clinic_id:
            return caller.treats_at(self.clinic_id, self.practitioner_id)
        return FINANCE in caller.rights and bool(self.payer) and caller.payer == self.payer

    def payable(
        self, invoice: Invoice, guarantee: KnownGuarantee, currency: Currency, payee: Payee
    ) -> Payable:
        """Returns what the payer owes: due on the invoice's due date, or 30 days after its issue date.

        It is paid to the clinic's registered account, with the reference of the invoice (promise 28).
        """
        return Payable(
            payable_id=id_for_invoice(guarantee.guarantee_id, self.invoice_id),
            payer=guarantee.payer,
            kind="invoice",
            amount=Money.of(invoice.payable or 0, currency),
            due_on=self._due_on(invoice) or self._arrived_on + PAYMENT_TERM,
            claim_id=guarantee.claim_id,
            invoice_id=self.invoice_id,
            clinic_id=self.clinic_id,
            pay_to=pay_to(payee, invoice.payment_means),
            payee_id=payee.payee_id,
            clinic=self.clinic,
        )

    def _due_on(self, invoice: Invoice) -> date | None:
        """Returns when an invoice is to be paid; a credit note is not."""
        if invoice.kind == "credit-note":
            return None
        return invoice.due_on or (invoice.issued_on or self._arrived_on) + PAYMENT_TERM

    @property
    def _arrived_on(self) -> date:
        return local_day(self.received_at)


def id_for(clinic_id: ClinicId, call: str) -> InvoiceId:
    """Returns the id of the invoice that a clinic's call (its receipt) creates; it contains the clinic id."""
    own = b32encode(hashlib.sha256(f"invoice:{call}".encode()).digest()[:10]).decode().lower()
    return InvoiceId(f"inv_{clinic_id.removeprefix('cli_')}{own}")


def clinic_of(invoice_id: InvoiceId) -> ClinicId:
    """Returns the clinic id that an invoice id contains. Raises ``NotFound`` when it is not an invoice id."""
    prefix, _, letters = invoice_id.partition("_")
    if prefix != "inv" or len(letters) <= OWN_LETTERS or not letters.isalnum():
        raise NotFound()
    return ClinicId(f"cli_{letters[:-OWN_LETTERS]}")
