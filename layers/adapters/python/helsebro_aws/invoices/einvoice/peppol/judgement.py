"""The rules of Peppol BIS Billing 3.0 for a document: ours, written from what the published rules mean.

They are always there, while the published stylesheets are not: no package ships them. Ids and severities are
the published ones. Rules of other countries than Denmark and Norway are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.peppol import of_amounts, of_document, of_lines
from helsebro_aws.invoices.einvoice.peppol.firing import Firing
from helsebro_aws.invoices.einvoice.peppol.of_denmark import danish_firings
from helsebro_aws.invoices.einvoice.peppol.of_identifiers import identifier_firings
from helsebro_aws.invoices.einvoice.peppol.of_norway import norwegian_firings
from helsebro_aws.invoices.einvoice.peppol.release import PeppolRelease, release_on
from helsebro_aws.invoices.einvoice.peppol.tree import Tree


def peppol_findings(document: UblDocument, on: date) -> Iterator[InvoiceFinding]:
    """Yields the findings of the release that is in force on that day, each with the element's place."""
    release = release_on(on)
    for firing in firings(Tree(document), release):
        severity, place = release.severity_of(firing.rule), document.place_of(firing.element)
        values = {**_standing(firing.element), **firing.values}
        yield InvoiceFinding.of(firing.rule, severity, place, texts()[firing.rule], values)


def _standing(element: Any) -> Mapping[str, object]:
    """Returns what stands in an element without others below it."""
    return {"found": value(element)} if len(element) == 0 else {}


def firings(tree: Tree, release: PeppolRelease) -> Iterator[Firing]:
    """Yields where a rule of the release does not hold."""
    found = chain(
        of_document.document_firings(tree, release),
        of_document.party_firings(tree, release),
        of_document.period_firings(tree, release),
        of_amounts.currency_firings(tree, release),
        of_amounts.vat_firings(tree),
        of_amounts.payment_firings(tree),
        of_amounts.attachment_firings(tree, release),
        of_lines.line_firings(tree),
        of_lines.price_firings(tree),
        of_lines.allowance_firings(tree, release),
        identifier_firings(tree, release),
        danish_firings(tree, release),
        norwegian_firings(tree),
    )
    return (firing for firing in found if firing.rule not in release.absent)


@cache
def texts() -> Mapping[str, Text]:
    """Returns the text of each rule."""
    written = json.loads(Path(__file__).with_name("texts.json").read_text("utf-8"))
    return {rule: Text(**text) for rule, text in written.items()}
