"""The texts of a document that may contain something about a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helsebro.invoices.invoice import Passage
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.names import named

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
    for node, path in document.places:
        if _is_other_number(node):
            continue
        texts = [node.text, node.tail, *(node.attrib.values() if isinstance(node.tag, str) else ())]
        for text in texts:
            if text and text.strip():
                yield Passage(path, text.strip())
    root = document.root
    for outside in (*root.itersiblings(preceding=True), *root.itersiblings()):
        yield Passage("/comment()", (outside.text or "").strip())


def _is_other_number(node: Any) -> bool:
    parent = node.getparent()
    if parent is None or not isinstance(node.tag, str):
        return False
    return f"{named(parent)}/{named(node)}" in OTHER_NUMBERS
