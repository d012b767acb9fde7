"""The texts of a document that may contain something about a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from helsebro.invoices.invoice import Passage, PassageKind
from helsebro_aws.invoices.einvoice.leaf import EMBEDDED, LONGEST_VALUE, own_text
from helsebro_aws.invoices.einvoice.names import EMBEDDED_FILE, NAMESPACES, Places, name_of

NUMBERS = frozenset(
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
        f"cac:Attachment/cbc:{EMBEDDED_FILE}",
        "Invoice/cbc:ID",
        "CreditNote/cbc:ID",
        "Invoice/cbc:UUID",
        "CreditNote/cbc:UUID",
    ]
)
"""Account, company and serial numbers, and files: ten digits in them do not indicate a person."""
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


def passages(root: Any, at: Places) -> Iterator[Passage]:
    """Yields every text, attribute, comment, instruction and foreign name of the document.

    A text is what an element holds itself: comments are no part of it, and are passages of their own. Of one
    that is too long it is the beginning: the document is rejected, and erased unsearched. It is written for
    speed: every node of every invoice passes here.
    """
    return (_searched(passage) for passage in _all(root, at))


def _searched(passage: Passage) -> Passage:
    """Returns what is searched of a passage: of one that is too long, and rejected for it, the first part."""
    text = passage.text
    return passage if len(text) <= LONGEST_VALUE else replace(passage, text=text[:LONGEST_VALUE])


def _all(root: Any, at: Places) -> Iterator[Passage]:
    for node, path in at.items():
        tag = node.tag
        if not isinstance(tag, str):
            yield from (Passage(path, text.strip()) for text in _texts(node) if text.strip())
            continue
        text = (own_text(node) if len(node) else node.text or "").strip()
        # The content of a file is not text: a megabyte of digits would be searched for minutes.
        if text and not (tag == EMBEDDED and len(text) > LONGEST_VALUE):
            yield Passage(path, text, _kind_of(node, tag))
        if _foreign(tag):
            yield Passage(path, _foreign(tag))
        if node.attrib:
            yield from _attributes(node, path)
    yield from _namespaces(root)
    for outside in (*root.itersiblings(preceding=True), *root.itersiblings()):
        for text in _texts(outside):
            yield Passage("/comment()", text.strip())


def _texts(node: Any) -> Iterator[str]:
    """Yields what a comment or an instruction says, and the instruction's target."""
    yield node.text or ""
    target = getattr(node, "target", None)
    if target:
        yield target


def _attributes(element: Any, path: str) -> Iterator[Passage]:
    for name, text in element.attrib.items():
        if _foreign(name):
            yield Passage(path, _foreign(name))
        if text.strip():
            yield Passage(path, text.strip(), "reference" if name == FILE_NAME else "text")


@lru_cache(maxsize=2_000)
def _foreign(name: str) -> str:
    """Returns a name that is not UBL's and holds a digit, as lxml writes it; else nothing."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    return local if namespace not in NAMESPACES and any(sign.isdigit() for sign in local) else ""


def _namespaces(root: Any) -> Iterator[Passage]:
    from lxml import etree

    for _, (prefix, address) in etree.iterwalk(root, events=("start-ns",)):
        if address not in NAMESPACES:
            yield Passage("/", f"{prefix} {address}")


def _kind_of(node: Any, tag: str) -> PassageKind:
    if not tag.endswith(OF_NUMBERS):
        return "text"
    parent = node.getparent()
    return _kind_in(parent.tag, tag) if parent is not None else "text"


@lru_cache(maxsize=2_000)
def _kind_in(parent: str, tag: str) -> PassageKind:
    name = f"{name_of(parent)}/{name_of(tag)}"
    return "number" if name in NUMBERS else "reference" if name in REFERENCES else "text"
