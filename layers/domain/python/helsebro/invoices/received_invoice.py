"""Received invoice: what became of a document that a clinic sent, from its arrival on (F0-19, F2-13)."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from helsebro.caller import FINANCE, Caller
from helsebro.errors import NotFound
from helsebro.invoices.facts import KnownGuarantee
from helsebro.invoices.finding import Finding
from helsebro.invoices.invoice import Invoice, InvoiceKind, InvoiceStatus
from helsebro.local_day import local_day
from helsebro.money import Currency, Money
from helsebro.payments.payable import Payable, id_for_invoice

OWN_LETTERS = 16
"""How many letters of an invoice's id are its own: ten bytes in base32. Before them stands its clinic."""
USUAL_TERM = timedelta(days=30)


@dataclass(frozen=True)
class ReceivedInvoice:
    """``digest`` is the SHA-256 (hex) of the document, which lies unchanged where originals are kept.

    What stands in the document itself (``kind``, ``number``) and whom it concerns is known once it is judged;
    ``payer`` stays empty when its guarantee is not known, so that no payer's staff see it.
    """

    invoice_id: str
    clinic_id: str
    status: InvoiceStatus
    received_at: datetime
    digest: str
    kind: InvoiceKind | None = None
    number: str | None = None
    payer: str = ""
    guarantee_id: str | None = None
    payable_id: str | None = None
    judged_at: datetime | None = None
    findings: tuple[Finding, ...] = ()

    def judged(
        self,
        status: InvoiceStatus,
        findings: tuple[Finding, ...],
        at: datetime,
        invoice: Invoice | None,
        guarantee: KnownGuarantee | None,
    ) -> ReceivedInvoice:
        """The same invoice, accepted or rejected, with every finding."""
        return replace(
            self,
            status=status,
            findings=findings,
            judged_at=at,
            kind=invoice.kind if invoice else None,
            payer=guarantee.payer if guarantee else "",
            guarantee_id=guarantee.guarantee_id if guarantee else None,
        )

    def may_be_read_by(self, caller: Caller) -> bool:
        """The clinic that sent it, and the finance staff of the payer it is addressed to."""
        if caller.clinic_id:
            return caller.clinic_id == self.clinic_id
        return FINANCE in caller.rights and bool(self.payer) and caller.payer == self.payer

    def payable(self, invoice: Invoice, guarantee: KnownGuarantee, currency: Currency) -> Payable:
        """What its payer owes for it: due when it says, or 30 days after its date."""
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


def id_for(clinic_id: str, call: str) -> str:
    """The id of the one invoice that a call of a clinic (its receipt) can make; it carries the clinic."""
    own = b32encode(hashlib.sha256(f"invoice:{call}".encode()).digest()[:10]).decode().lower()
    return f"inv_{clinic_id.removeprefix('cli_')}{own}"


def clinic_of(invoice_id: str) -> str:
    """The clinic an invoice's id carries. Raises ``NotFound`` for what is no such id."""
    prefix, _, letters = invoice_id.partition("_")
    if prefix != "inv" or len(letters) <= OWN_LETTERS or not letters.isalnum():
        raise NotFound()
    return f"cli_{letters[:-OWN_LETTERS]}"
