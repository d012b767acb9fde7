"""Sent document: what the response to an invoice repeats of it, read with the standard library only.

The document passed ``precheck`` when it was received, so it has no DOCTYPE; nothing here judges it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from helsebro.invoices.invoice import SCHEMES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
NAMES = {"cac": CAC, "cbc": CBC}


@dataclass(frozen=True)
class Number:
    """A number as the document writes it, with Peppol's code of its scheme, which may be empty."""

    scheme: str
    value: str

    @property
    def is_of_a_list(self) -> bool:
        """Whether the scheme is a code of Peppol's lists of schemes, which have four digits."""
        return len(self.scheme) == 4 and self.scheme.isdecimal() and self.scheme.isascii()


@dataclass(frozen=True)
class SentParty:
    """A party of the document: its electronic address, company number and name, where it has them."""

    endpoint: Number | None
    company: Number | None
    name: str

    @property
    def address(self) -> Number | None:
        """The electronic address; the company number where the document has none that is one."""
        known = (each for each in (self.endpoint, self.company) if each and each.is_of_a_list)
        return next(known, None)


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
        issued_on=_day(_text(root, "cbc:IssueDate")),
        type_code=_type_code(root),
        supplier=_party(root.find("cac:AccountingSupplierParty/cac:Party", NAMES)),
        buyer=_party(root.find("cac:AccountingCustomerParty/cac:Party", NAMES)),
    )


def _day(text: str) -> str:
    """Returns a day as it is written; empty for a text that is none."""
    try:
        return date.fromisoformat(text).isoformat() if len(text) == len("2026-11-21") else ""
    except ValueError:
        return ""


def _type_code(root: Element) -> str:
    """Returns the type of the document; that of its root where it does not say one."""
    is_note = root.tag.endswith("CreditNote")
    name, usual = ("CreditNote", "381") if is_note else ("Invoice", "380")
    return _text(root, f"cbc:{name}TypeCode") or usual


def _party(party: Element | None) -> SentParty:
    if party is None:
        return SentParty(None, None, "")
    name = _text(party, "cac:PartyLegalEntity/cbc:RegistrationName") or _text(party, "cac:PartyName/cbc:Name")
    return SentParty(
        _number(party, "cbc:EndpointID"), _number(party, "cac:PartyLegalEntity/cbc:CompanyID"), name
    )


def _number(party: Element, path: str) -> Number | None:
    found, value = party.find(path, NAMES), _text(party, path)
    if found is None or not value:
        return None
    scheme = found.get("schemeID", "")
    return Number(SCHEMES.get(scheme, scheme), value)


def _text(element: Element, path: str) -> str:
    found = element.find(path, NAMES)
    # A comment inside a value is none of it.
    return "".join(found.itertext()).strip() if found is not None else ""
