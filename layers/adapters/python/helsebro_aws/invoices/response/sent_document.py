"""Sent document: what the response to an invoice repeats of it, read with the standard library only.

The document passed ``precheck`` when it was received, so it has no DOCTYPE; nothing here judges it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
NAMES = {"cac": CAC, "cbc": CBC}


@dataclass(frozen=True)
class Number:
    """A number with its scheme, as the document writes them; ``scheme`` may be empty."""

    scheme: str
    value: str


@dataclass(frozen=True)
class SentParty:
    """A party of the document: its electronic address, company number and name, where it has them."""

    endpoint: Number | None
    company: Number | None
    name: str


@dataclass(frozen=True)
class SentDocument:
    """The references and parties of a document; an empty text is one that it does not have."""

    number: str
    issued_on: str
    type_code: str
    supplier: SentParty
    buyer: SentParty


def sent_document(body: bytes) -> SentDocument:
    """Returns what the response repeats of a received document."""
    root = ElementTree.fromstring(body)
    return SentDocument(
        number=_text(root, "cbc:ID"),
        issued_on=_text(root, "cbc:IssueDate"),
        type_code=_text(root, "cbc:InvoiceTypeCode") or _text(root, "cbc:CreditNoteTypeCode"),
        supplier=_party(root.find("cac:AccountingSupplierParty/cac:Party", NAMES)),
        buyer=_party(root.find("cac:AccountingCustomerParty/cac:Party", NAMES)),
    )


def _party(party: Element | None) -> SentParty:
    if party is None:
        return SentParty(None, None, "")
    name = _text(party, "cac:PartyLegalEntity/cbc:RegistrationName") or _text(party, "cac:PartyName/cbc:Name")
    return SentParty(
        _number(party, "cbc:EndpointID"), _number(party, "cac:PartyLegalEntity/cbc:CompanyID"), name
    )


def _number(party: Element, path: str) -> Number | None:
    found, value = party.find(path, NAMES), _text(party, path)
    return Number(found.get("schemeID", ""), value) if found is not None and value else None


def _text(element: Element, path: str) -> str:
    found = element.find(path, NAMES)
    # A comment inside a value is none of it.
    return "".join(found.itertext()).strip() if found is not None else ""
