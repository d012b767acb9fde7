"""Received invoice: a document that a clinic sent, and its state since it arrived (F0-19, F2-13)."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from helsebro.caller import FINANCE, Caller
from helsebro.errors import NotFound
from helsebro.ids import ClinicId, GuaranteeId, InvoiceId, PayableId, PractitionerId
from helsebro.invoices.facts import KnownGuarantee
from helsebro.invoices.finding import InvoiceFinding
from helsebro.invoices.invoice import Invoice, InvoiceKind, InvoiceStatus
from helsebro.invoices.rule_set import JudgedBy
from helsebro.local_day import HOME, local_day
from helsebro.money import Currency, Money
from helsebro.payments.payable import Payable, id_for_invoice

OWN_LETTERS = 16
"""How many letters of an id identify the invoice: ten bytes in base32. The clinic's letters precede them."""
USUAL_TERM = timedelta(days=30)


@dataclass(frozen=True)
class ReceivedInvoice:
    """``digest`` is the SHA-256 (hex) of the document, which is stored unchanged with the originals.

    The fields read from the document (``kind``, ``number``, guarantee, payer) are set when it is judged.
    ``payer`` stays empty when the guarantee is unknown, so no payer's staff can read the invoice.
    ``practitioner_id`` is the practitioner who sent it; what the clinic sent as a whole has none.
    ``judged_by`` are the official rule sets that judged it, ``country`` is the clinic's when it was judged.
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

    def judged(
        self,
        status: InvoiceStatus,
        findings: tuple[InvoiceFinding, ...],
        at: datetime,
        invoice: Invoice | None,
        guarantee: KnownGuarantee | None,
    ) -> ReceivedInvoice:
        """Returns the invoice, accepted or rejected, with every finding."""
        return replace(
            self,
            status=status,
            findings=findings,
            judged_at=at,
            kind=invoice.kind if invoice else None,
            payer=guarantee.payer if guarantee else "",
            guarantee_id=guarantee.guarantee_id if guarantee else None,
        )

    def examined_by(self, judged_by: tuple[JudgedBy, ...], country: str) -> ReceivedInvoice:
        """Returns the invoice with the official rule sets that examined it, and its clinic's country."""
        return replace(self, judged_by=judged_by, country=country)

    def may_be_read_by(self, caller: Caller) -> bool:
        """Returns whether the caller is the clinic that sent it or finance staff of its payer.

        A practitioner may read the own invoices only.
        """
        if caller.clinic_id:
            return caller.treats_at(self.clinic_id, self.practitioner_id)
        return FINANCE in caller.rights and bool(self.payer) and caller.payer == self.payer

    def payable(self, invoice: Invoice, guarantee: KnownGuarantee, currency: Currency) -> Payable:
        """Returns what the payer owes: due on the invoice's due date, or 30 days after its issue date."""
        return Payable(
            payable_id=id_for_invoice(guarantee.guarantee_id, self.invoice_id),
            payer=guarantee.payer,
            kind="invoice",
            amount=Money.of(invoice.payable or 0, currency),
            due_on=invoice.due_on or (invoice.issued_on or self._arrived_on) + USUAL_TERM,
            claim_id=guarantee.claim_id,
            invoice_id=self.invoice_id,
            clinic_id=self.clinic_id,
            pay_to=invoice.payment_means[0],
        )

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
