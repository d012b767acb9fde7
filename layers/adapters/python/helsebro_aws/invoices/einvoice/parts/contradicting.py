"""What a document says against itself: a copy, a line for free, another's VAT, other countries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from helsebro.invoices.invoice import InvoiceContradiction, PartyCountry
from helsebro_aws.invoices.einvoice.leaf import BLANKS, value, value_at
from helsebro_aws.invoices.einvoice.names import PREFIXES, Places
from helsebro_aws.invoices.einvoice.parts.beside import BUYER, SUPPLIER
from helsebro_aws.invoices.einvoice.parts.unread import number

TRUE = ("true", "1")
CODE = "cac:Country/cbc:IdentificationCode"
COUNTRIES = (f"cac:PostalAddress/{CODE}", f"cac:PartyLegalEntity/cac:RegistrationAddress/{CODE}")
PARTIES: tuple[tuple[Literal["supplier", "buyer"], str], ...] = (("supplier", SUPPLIER), ("buyer", BUYER))


def contradictions(root: Any, at: Places, kind: str) -> Iterator[InvoiceContradiction]:
    """Yields every place that takes back what the document asks for; ``kind`` is its root's name."""
    for each in root.findall("cbc:CopyIndicator", PREFIXES):
        if _is_true(each):
            yield InvoiceContradiction(at[each], "copy")
    for each in root.findall("cac:TaxRepresentativeParty", PREFIXES):
        yield InvoiceContradiction(at[each], "representative")
    for line in root.findall(f"cac:{kind}Line", PREFIXES):
        asked = (value_at(line, path) for path in ("cbc:LineExtensionAmount", "cac:Price/cbc:PriceAmount"))
        # An amount that cannot be read is one, too.
        costs = any(written and number(written) != 0 for written in asked)
        for each in line.findall("cbc:FreeOfChargeIndicator", PREFIXES):
            if costs and _is_true(each):
                yield InvoiceContradiction(at[each], "free")


def countries(root: Any, at: Places) -> Iterator[PartyCountry]:
    """Yields the countries in the addresses of the supplier and the buyer."""
    for party, path in PARTIES:
        for each in (found for country in COUNTRIES for found in root.findall(f"{path}/{country}", PREFIXES)):
            yield PartyCountry(at[each], party, value(each).strip(BLANKS))


def _is_true(element: Any) -> bool:
    return value(element).strip(BLANKS) in TRUE
