"""What is known here of the things an invoice speaks of, gathered before its rules are asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from helsebro.invoices.invoice import Identifier, Invoice, InvoiceLine
from helsebro.money import Currency, Money
from helsebro.payments.payable import Payable


@dataclass(frozen=True)
class KnownGuarantee:
    """The guarantee the invoice refers to. ``valid_until`` is the last day that counts, also when revoked.

    ``sessions_invoiced`` counts the sessions of earlier accepted invoices, less what was credited.
    """

    guarantee_id: str
    claim_id: str
    payer: str
    number: str
    case_reference: str
    clinic_id: str
    valid_from: date
    valid_until: date
    sessions_granted: int
    sessions_invoiced: int = 0
    person_id: str = field(default="", repr=False)
    treatment: str = ""


@dataclass(frozen=True)
class KnownSession:
    """A booking under that guarantee, its date in the case's own time zone.

    ``price`` is what was agreed for its service on its date (F0-17, F1-03); ``invoiced_by`` the accepted
    invoice that asked for it, and ``invoiced_amount`` with how much.
    """

    booking_id: str
    on: date
    service: str
    held: bool
    price: Money | None
    invoiced_by: str | None = None
    invoiced_amount: Money | None = None


@dataclass(frozen=True)
class KnownPayer:
    """Who carries the cost: where invoices to it are addressed, and in which currency it pays."""

    payer: str
    endpoints: frozenset[Identifier]
    currency: Currency


@dataclass(frozen=True)
class CreditedInvoice:
    """The earlier accepted invoice of a credit note, and what is still owed for it."""

    invoice_id: str
    payable: Payable


@dataclass(frozen=True)
class InvoiceFacts:
    """Everything the rules may ask about.

    ``clinic_numbers`` are the sender's company numbers, ``guarantee`` is ``None`` when the references lead
    to none, ``sessions`` are all bookings under the guarantee by booking id, ``number_is_taken`` tells that
    an accepted invoice of the clinic bears the same number.
    """

    clinic_id: str
    clinic_numbers: frozenset[str]
    guarantee: KnownGuarantee | None = None
    sessions: Mapping[str, KnownSession] = field(default_factory=dict)
    payer: KnownPayer | None = None
    number_is_taken: bool = False
    credited: CreditedInvoice | None = None

    @property
    def own_guarantee(self) -> KnownGuarantee | None:
        """The guarantee, when it is the clinic's; another clinic's is as good as unknown."""
        known = self.guarantee
        return known if known and known.clinic_id == self.clinic_id else None

    def sessions_of(self, invoice: Invoice) -> Iterator[tuple[InvoiceLine, KnownSession]]:
        """The invoice's lines that name a booking under the guarantee, each with that booking."""
        if self.own_guarantee:
            for line in invoice.lines:
                session = self.sessions.get(line.booking_id or "")
                if session:
                    yield line, session
