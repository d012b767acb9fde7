"""What a document says against itself: a copy, a line for free, another's VAT, other countries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from helsebro.invoices.invoice import InvoiceContradiction, PartyCountry
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.leaf import BLANKS, value
from helsebro_aws.invoices.einvoice.parts.beside import BUYER, SUPPLIER
from helsebro_aws.invoices.einvoice.parts.unread import number

PRICES = ("cbc:LineExtensionAmount", "cac:Price/cbc:PriceAmount")
TRUE = ("true", "1")
CODE = "cac:Country/cbc:IdentificationCode"
COUNTRIES = (f"cac:PostalAddress/{CODE}", f"cac:PartyLegalEntity/cac:RegistrationAddress/{CODE}")
PARTIES: tuple[tuple[Literal["supplier", "buyer"], str], ...] = (("supplier", SUPPLIER), ("buyer", BUYER))


def contradictions(document: UblDocument, kind: str) -> Iterator[InvoiceContradiction]:
    """Yields every place that takes back what the document asks for; ``kind`` is its root's name."""
    root, at = document.root, document.at
    for each in document.every(root, "cbc:CopyIndicator"):
        if _is_true(each):
            yield InvoiceContradiction(at[each], "copy")
    for each in document.every(root, "cac:TaxRepresentativeParty"):
        yield InvoiceContradiction(at[each], "representative")
    for line in document.every(root, f"cac:{kind}Line"):
        for each in document.every(line, "cbc:FreeOfChargeIndicator"):
            asked = (document.value_at(line, path) for path in PRICES)
            # An amount that cannot be read is one, too.
            if _is_true(each) and any(written and number(written) != 0 for written in asked):
                yield InvoiceContradiction(at[each], "free")


def countries(document: UblDocument) -> Iterator[PartyCountry]:
    """Yields the countries in the addresses of the supplier and the buyer."""
    for party, path in PARTIES:
        for each in (
            found for code in COUNTRIES for found in document.every(document.root, f"{path}/{code}")
        ):
            yield PartyCountry(document.at[each], party, value(each).strip(BLANKS))


def _is_true(element: Any) -> bool:
    return value(element).strip(BLANKS) in TRUE
