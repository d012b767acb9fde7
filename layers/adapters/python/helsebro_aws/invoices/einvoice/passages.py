"""The texts of a document that may contain something about a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helsebro.invoices.invoice import Passage
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.names import CBC, named

OTHER_NUMBERS = frozenset(
    [
        "cac:PayeeFinancialAccount/cbc:ID",
        "cac:FinancialInstitutionBranch/cbc:ID",
        "cac:CreditAccount/cbc:AccountID",
        "cac:PaymentMeans/cbc:PaymentID",
        "cac:PaymentMeans/cbc:InstructionID",
        "cac:Party/cbc:EndpointID",
        "cac:PartyLegalEntity/cbc:CompanyID",
        "cac:PartyTaxScheme/cbc:CompanyID",
        "cac:InvoiceDocumentReference/cbc:ID",
        "Invoice/cbc:ID",
        "CreditNote/cbc:ID",
        "Invoice/cbc:UUID",
        "CreditNote/cbc:UUID",
    ]
)
"""Account, company and serial numbers: ten digits in them do not indicate a person."""


def passages(document: UblDocument) -> Iterator[Passage]:
    """Yields every text, attribute and comment of the document except account, company and serial numbers."""
    of_numbers: dict[Any, bool] = {}
    for node, place, text in document.texts:
        if node not in of_numbers:
            of_numbers[node] = _is_other_number(node)
        if not of_numbers[node]:
            yield Passage(place, text.strip())
    root = document.root
    for outside in (*root.itersiblings(preceding=True), *root.itersiblings()):
        yield Passage("/comment()", (outside.text or "").strip())


def _is_other_number(node: Any) -> bool:
    parent = node.getparent()
    if parent is None or not isinstance(node.tag, str) or node.tag not in TAGS:
        return False
    return f"{named(parent)}/{named(node)}" in OTHER_NUMBERS


TAGS = frozenset(f"{{{CBC}}}{path.rpartition(':')[2]}" for path in OTHER_NUMBERS)
