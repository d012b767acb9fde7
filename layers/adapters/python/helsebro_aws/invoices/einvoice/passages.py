"""The texts of a document that may contain something about a person."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

from helsebro.invoices.invoice import Passage, PassageKind
from helsebro.payments.check_digits import is_structured
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.leaf import BLANKS, EMBEDDED, LONGEST_VALUE, value
from helsebro_aws.invoices.einvoice.names import EMBEDDED_FILE, NAMESPACES, name_of

NUMBERS = frozenset(
    [
        "cac:PayeeFinancialAccount/cbc:ID",
        "cac:FinancialInstitutionBranch/cbc:ID",
        "cac:CreditAccount/cbc:AccountID",
        "cac:Party/cbc:EndpointID",
        "cac:PartyLegalEntity/cbc:CompanyID",
        "cac:PartyTaxScheme/cbc:CompanyID",
        "cac:InvoiceDocumentReference/cbc:ID",
        f"cac:Attachment/cbc:{EMBEDDED_FILE}",
        "Invoice/cbc:ID",
        "CreditNote/cbc:ID",
        "Invoice/cbc:UUID",
        "CreditNote/cbc:UUID",
    ]
)
"""Account, company and serial numbers, and files: ten digits in them do not indicate a person."""
OF_A_PAYMENT = frozenset(["cac:PaymentMeans/cbc:PaymentID", "cac:PaymentMeans/cbc:InstructionID"])
"""Numbers where their check digits say so, and else what the clinic wrote for its bank (promise 20)."""
REFERENCES = frozenset(
    [
        "cac:OrderReference/cbc:SalesOrderID",
        "cac:OrderLineReference/cbc:LineID",
        "cac:DespatchDocumentReference/cbc:ID",
        "cac:ReceiptDocumentReference/cbc:ID",
        "cac:OriginatorDocumentReference/cbc:ID",
        "cac:ContractDocumentReference/cbc:ID",
        "cac:ProjectReference/cbc:ID",
        "cac:AdditionalDocumentReference/cbc:ID",
        "cac:BuyersItemIdentification/cbc:ID",
        "cac:SellersItemIdentification/cbc:ID",
        "cac:StandardItemIdentification/cbc:ID",
        "cac:PartyIdentification/cbc:ID",
        "cac:OrderReference/cbc:ID",
        "cac:InvoiceLine/cbc:ID",
        "cac:CreditNoteLine/cbc:ID",
        "cac:InvoiceLine/cbc:AccountingCost",
        "cac:CreditNoteLine/cbc:AccountingCost",
        "Invoice/cbc:AccountingCost",
        "CreditNote/cbc:AccountingCost",
    ]
)
"""Numbers that the clinic or the payer gives the own papers. ``OrderReference/ID`` holds the guarantee number
and is refused otherwise, but a clinic may write its own order number there by mistake."""

OF_NUMBERS = ("ID", "AccountingCost", EMBEDDED_FILE)
"""How all names of the two lists end."""
FILE_NAME = "filename"


def passages(document: UblDocument) -> Iterator[Passage]:
    """Yields every text, attribute, comment, instruction and foreign name of the document.

    A text is what an element holds itself: comments are no part of it, and are passages of their own. Of one
    that is too long it is the beginning: the document is rejected, and erased unsearched. It is written for
    speed: every node of every invoice passes here.
    """
    for node, place, text, name in document.texts:
        if name and _foreign(name):
            yield Passage(place, _foreign(name))
        written = text.strip()
        # The content of a file is not text: a megabyte of digits would be searched for minutes.
        if written and not (len(written) > LONGEST_VALUE and not name and node.tag == EMBEDDED):
            kind = _kind_of(node) if not name else "reference" if name == FILE_NAME else "text"
            yield Passage(place, written[:LONGEST_VALUE], kind)
    for tag, nodes in document.by_tag.items():
        if _foreign(tag):
            yield from (Passage(document.at[node], _foreign(tag)) for node in nodes)
    for _, place, text, _ in document.outside:
        yield Passage(place, text.strip()[:LONGEST_VALUE])


@lru_cache(maxsize=2_000)
def _foreign(name: str) -> str:
    """Returns a name that is not UBL's and holds a digit, as lxml writes it; else nothing."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    return local if namespace not in NAMESPACES and any(sign.isdigit() for sign in local) else ""


def _kind_of(node: Any) -> PassageKind:
    tag = node.tag
    if not isinstance(tag, str) or not tag.endswith(OF_NUMBERS):
        return "text"
    parent = node.getparent()
    kind = _kind_in(parent.tag, tag) if parent is not None else "text"
    if kind == "payment":
        return "number" if is_structured(value(node).strip(BLANKS)) else "reference"
    return kind


@lru_cache(maxsize=2_000)
def _kind_in(parent: str, tag: str) -> PassageKind | Literal["payment"]:
    name = f"{name_of(parent)}/{name_of(tag)}"
    if name in OF_A_PAYMENT:
        return "payment"
    return "number" if name in NUMBERS else "reference" if name in REFERENCES else "text"
