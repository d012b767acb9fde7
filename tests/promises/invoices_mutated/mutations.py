"""Every small change of a document: elements dropped, doubled, emptied; digits, days, codes, amounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from lxml import etree

from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.names import named

CODES: Mapping[str, tuple[str, ...]] = {
    "cbc:InvoiceTypeCode": ("381", "386", "389", "751"),
    "cbc:CreditNoteTypeCode": ("380", "261", "396"),
    "cbc:DocumentCurrencyCode": ("EUR", "SEK", "NOK", "DKK"),
    "cbc:PaymentMeansCode": ("1", "10", "30", "31", "42", "58", "93", "97"),
    "cbc:DocumentTypeCode": ("50", "916"),
    "cbc:TaxExemptionReasonCode": ("VATEX-EU-O", "VATEX-EU-132-1E", "VATEX-EU-AE"),
    "cbc:IdentificationCode": ("SE", "NO", "DK"),
    "cac:TaxCategory/cbc:ID": ("S", "Z", "O", "AE"),
    "cac:ClassifiedTaxCategory/cbc:ID": ("S", "Z", "O", "AE"),
    "cbc:CustomizationID": (
        "urn:cen.eu:en16931:2017",
        "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
    ),
    "cbc:ProfileID": ("urn:fdc:peppol.eu:2017:poacc:billing:02:1.0", "urn:fdc:peppol.eu:poacc:bis:order:3"),
    "cbc:Name": ("Other",),
    "cbc:Value": ("missed", "late-cancelled", "yes"),
    "cac:SellersItemIdentification/cbc:ID": ("first", "follow-up", "evening"),
}
"""Element, with its parent where the name alone says little → other values it might have."""
ATTRIBUTES: Mapping[str, tuple[str, ...]] = {
    "currencyID": ("EUR", "NOK", "DKK"),
    "schemeID": ("0184", "0088", "0192", "9999"),
    "unitCode": ("HUR", "DAY"),
}


@dataclass(frozen=True)
class Mutation:
    """One change: ``kind`` is what is done, ``place`` the XPath of where."""

    kind: str
    place: str
    body: bytes


def mutations(body: bytes) -> Iterator[Mutation]:
    """Yields every mutation of the document, in the order of its elements."""
    document = UblDocument(etree.fromstring(body))
    root = document.root
    for at, element in enumerate(root.iter("*")):
        place = document.place_of(element)
        if element is not root:
            yield from _of_structure(root, at, place)
        if len(element) == 0:
            for kind, text in _texts(element):
                yield Mutation(kind, place, _written(root, at, text=text))
        yield from _of_attributes(root, at, element, place)


def _of_structure(root: Any, at: int, place: str) -> Iterator[Mutation]:
    for kind in ("dropped", "doubled", "emptied"):
        changed = deepcopy(root)
        element = list(changed.iter("*"))[at]
        if kind == "dropped":
            element.getparent().remove(element)
        elif kind == "doubled":
            element.addnext(deepcopy(element))
        else:
            for inside in list(element):
                element.remove(inside)
            element.text = None
        yield Mutation(kind, place, etree.tostring(changed))


def _of_attributes(root: Any, at: int, element: Any, of: str) -> Iterator[Mutation]:
    for name, value in element.attrib.items():
        place = f"{of}/@{name}"
        others = [("code", other) for other in ATTRIBUTES.get(name, ()) if other != value]
        for kind, text in (("dropped", None), ("emptied", ""), *others, *_digits(value)):
            yield Mutation(kind, place, _written(root, at, attribute=name, text=text))


def _texts(element: Any) -> Iterator[tuple[str, str]]:
    text, name = element.text or "", named(element)
    yield from _digits(text)
    alone = CODES.get(name, ())
    for other in CODES.get(f"{named(element.getparent())}/{name}", alone):
        if other != text:
            yield "code", other
    if name.endswith("Date"):
        day = date.fromisoformat(text)
        for days in (-365, -30, -1, 1, 30, 365):
            yield "day", (day + timedelta(days=days)).isoformat()
        yield from (("day", f"{text}{more}") for more in ("Z", "+01:00", "T00:00:00"))
        yield "day", f"1{text}"
    if name.endswith(("Amount", "Quantity", "Percent")):
        amount = Decimal(text)
        for changed in (-amount, amount * 10, amount * 2, amount + 1, amount + Decimal("0.01"), amount / 10):
            if changed != amount:
                yield "amount", str(changed)
        yield from (("amount", written) for written in (f"{text}e1", f"{text},00", f"{text} kr"))


def _digits(text: str) -> Iterator[tuple[str, str]]:
    for place, sign in enumerate(text):
        if sign.isdigit():
            yield "digit", f"{text[:place]}{(int(sign) + 1) % 10}{text[place + 1 :]}"


def _written(root: Any, at: int, *, text: str | None, attribute: str = "") -> bytes:
    changed = deepcopy(root)
    element = list(changed.iter("*"))[at]
    if not attribute:
        element.text = text
    elif text is None:
        del element.attrib[attribute]
    else:
        element.attrib[attribute] = text
    return bytes(etree.tostring(changed))


def commented(body: bytes) -> Iterator[Mutation]:
    """Yields the same document with a comment, then an instruction, in the middle of each leaf."""
    document = UblDocument(etree.fromstring(body))
    root = document.root
    for at, element in enumerate(root.iter("*")):
        for inside in (etree.Comment("x"), etree.ProcessingInstruction("note", "x")):
            if len(element) == 0:
                changed, text = deepcopy(root), element.text or ""
                leaf = list(changed.iter("*"))[at]
                leaf.text, inside.tail = text[: len(text) // 2], text[len(text) // 2 :]
                leaf.append(inside)
                yield Mutation("commented", document.place_of(element), etree.tostring(changed))
