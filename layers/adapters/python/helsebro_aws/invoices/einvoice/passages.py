"""The pieces of a document into which a person could have written something about another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helsebro.invoices.invoice import Passage
from helsebro_aws.invoices.einvoice.names import named, places

NUMBERS_OF_THEIR_OWN = frozenset(
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
"""Account, company and serial numbers: ten digits there are no sign of a person."""


def passages(root: Any) -> Iterator[Passage]:
    """Every text, attribute and comment of the document, but for numbers of their own."""
    for node, path in places(root):
        if _holds_a_number_of_its_own(node):
            continue
        written = [node.text, node.tail, *(node.attrib.values() if isinstance(node.tag, str) else ())]
        for text in written:
            if text and text.strip():
                yield Passage(path, text.strip())
    for outside in (*root.itersiblings(preceding=True), *root.itersiblings()):
        yield Passage("/comment()", (outside.text or "").strip())


def _holds_a_number_of_its_own(node: Any) -> bool:
    parent = node.getparent()
    if parent is None or not isinstance(node.tag, str):
        return False
    return f"{named(parent)}/{named(node)}" in NUMBERS_OF_THEIR_OWN
