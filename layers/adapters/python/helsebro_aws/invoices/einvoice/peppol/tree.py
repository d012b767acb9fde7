"""A UBL document as the rules of Peppol read it: elements by name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.leaf import BLANKS, value
from helsebro_aws.invoices.einvoice.names import named

DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?")
MANY_BLANKS = re.compile(f"[{BLANKS}]+")


def plain(text: str) -> str:
    """Returns the text without blanks at its ends, and with one between words."""
    return MANY_BLANKS.sub(" ", text.strip(BLANKS))


def decimal(text: str | None) -> Decimal | None:
    """Returns the number; None when there is none or it cannot be read, which the schema reports."""
    written = (text or "").strip(BLANKS)
    return Decimal(written) if DECIMAL.fullmatch(written) else None


def day(text: str | None) -> date | None:
    """Returns the day; None when there is none or it cannot be read."""
    written = DAY.fullmatch((text or "").strip(BLANKS))
    try:
        return date.fromisoformat(written[1]) if written else None
    except ValueError:
        return None


def parent_name(element: Any) -> str:
    """Returns the name of the element's parent; empty for the root."""
    parent = element.getparent()
    return "" if parent is None else named(parent)


class Tree:
    """The document's elements by name, in document order.

    ``every`` yields those of some names, wherever they stand; ``children`` are those at a path from another.
    """

    def __init__(self, document: UblDocument) -> None:
        self.root = document.root
        self.is_credit_note = document.is_credit_note
        self.empty = document.empty
        self.every = document.named
        self.children = document.every

    def child(self, element: Any, path: str) -> Any:
        """Returns the first element at a path from another, or None."""
        found = self.children(element, path)
        return found[0] if found else None

    def lines(self) -> Sequence[Any]:
        """Returns the lines of the invoice or the credit note."""
        return tuple(self.every("cac:InvoiceLine", "cac:CreditNoteLine"))

    def at(self, *path: str) -> list[Any]:
        """Returns the elements that a path of names leads to from the root."""
        return self.children(self.root, "/".join(path))

    def first(self, *path: str) -> str | None:
        """Returns the value at a path from the root; None when there is no such element."""
        found = self.at(*path)
        return value(found[0]) if found else None

    @property
    def currency(self) -> str | None:
        """The invoice currency, as written."""
        return self.first("cbc:DocumentCurrencyCode")

    def country_of(self, party: str) -> str:
        """Returns the country of ``cac:AccountingSupplierParty`` or ``cac:AccountingCustomerParty``.

        It is that of the VAT number, for a supplier also that of the tax representative, else that of the
        address; ``XX`` when nothing tells.
        """
        taxed = [self.at(party, "cac:Party", "cac:PartyTaxScheme")]
        if party == "cac:AccountingSupplierParty":
            taxed.append(self.at("cac:TaxRepresentativeParty", "cac:PartyTaxScheme"))
        for schemes in taxed:
            for scheme in schemes:
                if self.tax_scheme(scheme) == "VAT":
                    number = self.child(scheme, "cbc:CompanyID")
                    return plain(value(number)[:2] if number is not None else "").upper()
        return plain(self.address_country(party)).upper() or "XX"

    def address_country(self, party: str) -> str:
        """Returns the country code of a party's address as written; empty when there is none."""
        return self.first(party, "cac:Party", "cac:PostalAddress", *COUNTRY) or ""

    def tax_scheme(self, scheme: Any) -> str:
        """Returns the id of a ``cac:PartyTaxScheme``'s scheme as written, such as ``VAT``."""
        inner = self.child(scheme, "cac:TaxScheme")
        known = self.child(inner, "cbc:ID") if inner is not None else None
        return value(known) if known is not None else ""


COUNTRY = ("cac:Country", "cbc:IdentificationCode")
