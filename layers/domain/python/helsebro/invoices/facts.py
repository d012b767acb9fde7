"""What the platform knows about the things an invoice names, collected before its rules run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.ids import (
    BookingId,
    ClaimId,
    ClinicId,
    GuaranteeId,
    InvoiceId,
    PayableId,
    PersonId,
    PractitionerId,
)
from helsebro.invoices.client.client_search import ClientSearch
from helsebro.invoices.invoice import Identifier, Invoice, InvoiceLine
from helsebro.invoices.review.invoiced_session import InvoicedSession
from helsebro.invoices.review.other_session import NumberedInvoice
from helsebro.local_day import HOME
from helsebro.money import Currency, Money
from helsebro.payer import Country
from helsebro.payments.named_clinic import NamedClinic
from helsebro.payments.payable import Payable
from helsebro.payments.payee import Payee
from helsebro.payments.payee_register import PayeeRegister, payee_of


@dataclass(frozen=True)
class KnownGuarantee:
    """The guarantee the invoice refers to. ``valid_until`` is the last valid day, also when it was revoked.

    ``sessions_invoiced`` counts the sessions of earlier accepted invoices, less the credited ones, and those
    that were paid without an invoice.
    """

    guarantee_id: GuaranteeId
    claim_id: ClaimId
    payer: str
    number: str
    case_reference: str
    clinic_id: ClinicId
    valid_from: date
    valid_until: date
    sessions_granted: int
    sessions_invoiced: int = 0
    person_id: PersonId = field(default=PersonId(""), repr=False)
    treatment: str = ""


@dataclass(frozen=True)
class KnownSession:
    """A booking under that guarantee; ``on`` is its date in the case's time zone.

    ``price`` is the agreed price of its service on that date (F0-17, F1-03), ``promised`` that of the
    guarantee, which a clinic may invoice too when the tariff has risen since. ``invoiced_by`` is the accepted
    invoice that contains it, and ``invoiced_amount`` the amount on that invoice. ``by`` is who treated, and
    ``practitioner`` the name. ``reserved`` is what the ledger of money reserves for it. ``paid_out_by`` is
    the payable that pays it without an invoice.
    """

    booking_id: BookingId
    on: date
    service: str
    held: bool
    price: Money | None
    promised: Money | None = None
    invoiced_by: str | None = None
    invoiced_amount: Money | None = None
    by: NamedPractitioner | None = None
    reserved: Money | None = None
    practitioner: str | None = None
    paid_out_by: PayableId | None = None


@dataclass(frozen=True)
class KnownPayer:
    """The payer: its numbers, to which invoices are addressed, and its country and currency."""

    payer: str
    endpoints: frozenset[Identifier]
    currency: Currency
    country: Country = "DK"

    def number_of(self, scheme: str) -> str | None:
        """Returns the payer's number of that register, else its first; None where it has none."""
        first = sorted(self.endpoints, key=lambda number: (number.scheme != scheme, number.scheme))
        return first[0].value if first else None


@dataclass(frozen=True)
class CreditedInvoice:
    """The earlier accepted invoice of a credit note, and its payable; ``issued_on`` where it was kept."""

    invoice_id: InvoiceId
    payable: Payable
    issued_on: date | None = None


@dataclass(frozen=True)
class InvoiceFacts:
    """Everything the rules may read.

    ``clinic_numbers`` are the sender's company numbers. ``guarantee`` is ``None`` when the references match
    none. ``sessions`` are all bookings under the guarantee by booking id. ``number_is_taken``: an accepted
    invoice of the clinic has the same number. ``today`` is the day of the judgement where the clinic is.
    ``client`` is what the search for the national number of the guarantee's person found. ``ledger`` has
    every session that was paid to the person; an invoice is accepted only on this state of it. ``payees`` are
    the clinic's, ``at`` is when they are looked at. ``clinic`` is the sender as finance and the payable name
    it. ``numbered`` has the accepted invoices that a session may clash with, by their id, and
    ``practitioners`` the names of who treated, as far as a clash names them.
    """

    clinic_id: ClinicId
    clinic_numbers: frozenset[str]
    today: date
    guarantee: KnownGuarantee | None = None
    sessions: Mapping[BookingId, KnownSession] = field(default_factory=dict)
    payer: KnownPayer | None = None
    number_is_taken: bool = False
    credited: CreditedInvoice | None = None
    clinic_country: str = HOME
    ledger: Ledger | None = field(default=None, repr=False)
    payees: PayeeRegister = field(default_factory=PayeeRegister)
    at: datetime | None = None
    client: ClientSearch = field(default_factory=ClientSearch)
    clinic: NamedClinic | None = None
    numbered: Mapping[str, NumberedInvoice] = field(default_factory=dict)
    practitioners: Mapping[PractitionerId, str] = field(default_factory=dict)

    @property
    def own_number(self) -> str | None:
        """One of the clinic's company numbers, the same each time, to show beside another's."""
        return min(self.clinic_numbers, default=None)

    @property
    def own_guarantee(self) -> KnownGuarantee | None:
        """The guarantee, when it is the clinic's; another clinic's is treated as unknown."""
        known = self.guarantee
        return known if known and known.clinic_id == self.clinic_id else None

    def payee_of(self, invoice: Invoice) -> Payee | None:
        """Returns the clinic's one payee that the invoice is paid to; None unless it is in force."""
        country = self.payer.country if self.payer else None
        known = self.payees.payees
        return payee_of(known, invoice.payment_means, self.at, country) if self.at else None

    def sessions_of(self, invoice: Invoice) -> Iterator[tuple[InvoiceLine, KnownSession]]:
        """Yields the invoice's lines that name a booking under the guarantee, each with that booking."""
        if self.own_guarantee:
            for line in invoice.lines:
                session = self.sessions.get(line.booking_id) if line.booking_id else None
                if session:
                    yield line, session

    def amount_of(self, invoice: Invoice) -> Money | None:
        """Returns what the invoice asks for in the payer's currency; None where that is unknown."""
        if self.own_guarantee is None or self.payer is None or invoice.payable is None:
            return None
        return Money.of(invoice.payable, self.payer.currency)

    def invoiced(self, invoice: Invoice) -> tuple[InvoicedSession, ...]:
        """Returns the sessions that the invoice names, as who decides about it reads them."""
        currency = self.payer.currency if self.payer else None
        return tuple(
            InvoicedSession(
                session.booking_id,
                session.on,
                session.service,
                Money.of(line.amount, currency) if currency and line.amount is not None else None,
                session.price,
                session.practitioner,
            )
            for line, session in self.sessions_of(invoice)
        )
