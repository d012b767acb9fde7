"""An invoice of a clinic for the sessions it held under one guarantee (F0-18, F0-19, F2-12).

The fields hold what the clinic wrote, right or wrong: a field is ``None`` when the document does not have it
or it cannot be read. ``invoices.rules`` checks them.
"""

from __future__ import annotations

from dataclasses import dataclass
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
SCHEMES = {
    "GLN": GLN,
    "DK:CVR": DANISH_CVR,
    "DK:SE": DANISH_CVR,
    "0096": DANISH_CVR,
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
class InvoiceLine:
    """One session. ``location`` is the XPath of the line, ``number`` the clinic's own line number."""

    location: str
    number: str
    booking_id: BookingId | None
    session_on: date | None
    service: str | None
    attendance: str | None
    amount: Decimal | None
    quantity: Decimal | None


@dataclass(frozen=True)
class Passage:
    """A text of the document that may contain free text, with its XPath."""

    location: str
    text: str


@dataclass(frozen=True)
class Invoice:
    """The document. ``credits`` is the number of the invoice that a credit note credits."""

    kind: InvoiceKind
    type_code: str
    number: str | None
    issued_on: date | None
    due_on: date | None
    currency: str | None
    supplier: tuple[Identifier, ...]
    buyer_endpoint: Identifier | None
    guarantee_numbers: tuple[str, ...]
    case_reference: str | None
    lines: tuple[InvoiceLine, ...]
    payment_means: tuple[PaymentMeans, ...]
    payable: Decimal | None
    credits: str | None
    passages: tuple[Passage, ...]
    has_attachment: bool = False

    @property
    def root(self) -> str:
        """The XPath of the document's root."""
        return "/Invoice" if self.kind == "invoice" else "/CreditNote"

    @property
    def booking_ids(self) -> tuple[BookingId, ...]:
        """The booking ids of its lines, in order; lines without one are left out."""
        return tuple(line.booking_id for line in self.lines if line.booking_id)
