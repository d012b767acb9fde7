"""An invoice of a clinic for the sessions it held under one guarantee (F0-18, F0-19, F2-12).

The fields hold what the clinic wrote, right or wrong: a field is ``None`` when the document does not have it
or it cannot be read. What stands there and cannot be read is listed in ``Invoice.unreadable``, so that it is
never taken as absent. ``invoices.rules`` checks them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from helsebro.ids import BookingId
from helsebro.payments.payment_means import PaymentMeans

InvoiceKind = Literal["invoice", "credit-note"]
InvoiceStatus = Literal["received", "in-review", "accepted", "rejected", "paid"]

GLN = "0088"
DANISH_CVR = "0184"
NORWEGIAN_ORGANISATION = "0192"
OTHER_VAT = "VAT"
"""A VAT number that is of neither country."""
SCHEMES = {
    "GLN": GLN,
    "DK:CVR": DANISH_CVR,
    "DK:SE": DANISH_CVR,
    "0198": DANISH_CVR,
    "NO:ORGNR": NORWEGIAN_ORGANISATION,
}


@dataclass(frozen=True)
class Identifier:
    """A number with its scheme: ``0088`` GLN, ``0184`` Danish CVR, ``0192`` Norwegian organisation."""

    scheme: str
    value: str

    def plain(self) -> Identifier:
        """Returns the number in its standard form: Peppol's scheme code, no spaces, no country letters."""
        scheme = SCHEMES.get(self.scheme, self.scheme)
        value = "".join(self.value.split()).upper()
        for letters in ("DK", "NO"):
            value = value.removeprefix(letters)
        return Identifier(scheme, value.removesuffix("MVA"))


@dataclass(frozen=True)
class PartyNumber:
    """A number of a party as it is written, with its XPath."""

    location: str
    number: Identifier


@dataclass(frozen=True)
class InvoiceLine:
    """One session. ``location`` is the XPath of the line, ``number`` the clinic's own line number.

    ``price`` is that of ``base_quantity`` sessions, which is one where the document does not say it.
    """

    location: str
    number: str
    booking_id: BookingId | None
    session_on: date | None
    service: str | None
    attendance: str | None
    amount: Decimal | None
    quantity: Decimal | None
    price: Decimal | None = None
    base_quantity: Decimal | None = None


PassageKind = Literal["text", "reference", "number"]
"""``reference`` is a number that the clinic or the payer gives its papers, ``number`` that of an account, a
company or the invoice: many digits in them do not point at a person by themselves."""


@dataclass(frozen=True)
class Passage:
    """A text of the document, with its XPath: of an element, an attribute, a comment or an instruction."""

    location: str
    text: str
    kind: PassageKind = "text"


UnreadableWhy = Literal["day", "number", "twice", "scheme"]
"""What stands there is no day, is no number, differs from what the same field says elsewhere, or is a number
of a register that is not known here."""


@dataclass(frozen=True)
class Unreadable:
    """A place in the document whose value cannot be read, and what is ``written`` there."""

    location: str
    why: UnreadableWhy
    written: str = field(default="", repr=False)


@dataclass(frozen=True)
class VatCategory:
    """A VAT category. Those of the totals (``of_total``) say why no VAT is due: by a code, or in words."""

    location: str
    code: str
    percent: Decimal | None
    exemption_code: str = ""
    exemption_reason: str = ""
    of_total: bool = False


@dataclass(frozen=True)
class Attachment:
    """A file inside the document; ``is_misplaced`` where it stands in no attachment, as in an extension."""

    location: str
    media_type: str
    file_name: str = field(default="", repr=False)
    is_misplaced: bool = False


@dataclass(frozen=True)
class PayeeParty:
    """Who is to be paid in place of the supplier, by its numbers; a document has one or none.

    ``is_named_as_supplier``: each name of it is one of the supplier's.
    """

    numbers: tuple[Identifier, ...]
    is_named_as_supplier: bool = True


ContradictionWhy = Literal["copy", "free", "representative"]
"""The document is a copy, a line with an amount is free of charge, or someone else accounts for the VAT."""


@dataclass(frozen=True)
class InvoiceContradiction:
    """A place that takes back what the document asks for."""

    location: str
    why: ContradictionWhy


@dataclass(frozen=True)
class PartyCountry:
    """The country in the address of the ``supplier`` or the ``buyer``, with its XPath."""

    location: str
    party: Literal["supplier", "buyer"]
    code: str


@dataclass(frozen=True)
class Invoice:
    """The document. ``credits`` is the number of the invoice that a credit note credits.

    ``beside`` are the XPaths of what asks for more or less money than the lines: allowances, charges,
    prepaid and rounded amounts. ``vat_amounts`` are those of VAT that are not 0. ``credited_on`` is the date
    that a credit note gives of what it credits. ``due_at`` is the XPath of the due date, empty where there is
    none, and ``guarantee_at`` those of the ``guarantee_numbers``. ``others`` are the numbers of all parties
    but the supplier, the buyer and the payee.
    """

    kind: InvoiceKind
    type_code: str
    number: str | None
    issued_on: date | None
    due_on: date | None
    currency: str | None
    supplier: tuple[PartyNumber, ...]
    buyer_endpoint: Identifier | None
    guarantee_numbers: tuple[str, ...]
    case_reference: str | None
    lines: tuple[InvoiceLine, ...]
    payment_means: tuple[PaymentMeans, ...]
    payable: Decimal | None
    credits: str | None
    passages: tuple[Passage, ...]
    payee: PayeeParty | None = None
    attachments: tuple[Attachment, ...] = ()
    buyer: tuple[PartyNumber, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    vat: tuple[VatCategory, ...] = ()
    vat_amounts: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    contradictions: tuple[InvoiceContradiction, ...] = ()
    countries: tuple[PartyCountry, ...] = ()
    credited_on: date | None = None
    is_oioubl: bool = False
    due_at: str = ""
    guarantee_at: tuple[str, ...] = ()
    others: tuple[PartyNumber, ...] = ()

    @property
    def root(self) -> str:
        """The XPath of the document's root."""
        return "/Invoice" if self.kind == "invoice" else "/CreditNote"

    @property
    def booking_ids(self) -> tuple[BookingId, ...]:
        """The booking ids of its lines, in order; lines without one are left out."""
        return tuple(line.booking_id for line in self.lines if line.booking_id)
