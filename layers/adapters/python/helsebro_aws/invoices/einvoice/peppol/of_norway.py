"""Rules of Norway: for a Norwegian supplier."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.peppol.firing import Firing
from helsebro_aws.invoices.einvoice.peppol.of_document import SUPPLIER
from helsebro_aws.invoices.einvoice.peppol.of_identifiers import is_norwegian
from helsebro_aws.invoices.einvoice.peppol.tree import Tree, plain

VAT_NUMBER = re.compile(r"NO([0-9]{9})MVA")
REGISTER = "Foretaksregisteret"
"""The word that the law of the register of companies (§ 10-2) asks of most companies."""


def norwegian_firings(tree: Tree) -> Iterator[Firing]:
    """Yields NO-R-001 and NO-R-002."""
    if tree.country_of(SUPPLIER) != "NO":
        return
    for party in tree.at(SUPPLIER, "cac:Party"):
        numbers: dict[str, str] = {}
        for scheme in tree.children(party, "cac:PartyTaxScheme"):
            number = tree.child(scheme, "cbc:CompanyID")
            written = value(number) if number is not None else ""
            numbers.setdefault(plain(tree.tax_scheme(scheme)), written)
        if plain(numbers.get("TAX", "")) != REGISTER:
            yield Firing("NO-R-002", party)
        vat = numbers.get("VAT", "")
        form = VAT_NUMBER.fullmatch(vat)
        if vat.startswith("NO") and not (form and is_norwegian(form[1])):
            yield Firing("NO-R-001", party)
