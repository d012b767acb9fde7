"""The UBL 2.1 XML schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro.invoices.invoice import InvoiceKind
from helsebro.invoices.quotable import quotable
from helsebro_aws.invoices.einvoice.document import UblDocument
from helsebro_aws.invoices.einvoice.leaf import value
from helsebro_aws.invoices.einvoice.official.locations import Locations
from helsebro_aws.invoices.einvoice.official.shipped import SHIPPED

RULE = "UBL-XSD"
FILES: dict[InvoiceKind, str] = {"invoice": "UBL-Invoice-2.1.xsd", "credit-note": "UBL-CreditNote-2.1.xsd"}
MOST_LOCATED = 3_000
UNNAMED_TYPE = "is not a valid value of the local atomic type."
ATOMIC_TYPE = re.compile(r"of the atomic type 'xs:(date|time|decimal|boolean)'")
EXPECTED = re.compile(r"Expected is (?:one of )?\((.*)\)\.")
NAMESPACE = re.compile(r"\{[^}]*\}")


def schema_findings(document: UblDocument) -> Iterator[InvoiceFinding]:
    """Yields the schema's findings for the document. The texts name elements, never their content."""
    schema, locations = _schema(document.kind), Locations(document)
    if schema.validate(document.root):
        return
    for number, fault in enumerate(schema.error_log):
        # Of more than these only the number is shown.
        element = locations.element(fault.path or "") if number < MOST_LOCATED else document.root
        yield _finding(fault, element, document.place_of(element))


def load() -> None:
    """Loads the two schemas."""
    for kind in FILES:
        _schema(kind)


def _finding(fault: Any, element: Any, place: str) -> InvoiceFinding:
    expected = _expected(fault, element)
    if expected is None or len(element):
        return InvoiceFinding(RULE, "fatal", place, _text(fault))
    return InvoiceFinding(RULE, "fatal", place, TYPES[expected], quotable(value(element)))


def _expected(fault: Any, element: Any) -> str | None:
    """Returns the type that a value should have, None when the fault is another one."""
    named = ATOMIC_TYPE.search(fault.message)
    if named:
        return named[1]
    # The type of an amount has no name: it is a decimal with a currency.
    is_amount = fault.message.endswith(UNNAMED_TYPE) and element.tag.endswith("Amount")
    return "decimal" if is_amount else None


def _text(fault: Any) -> Text:
    expected = EXPECTED.search(fault.message)
    if fault.type_name == "SCHEMAV_ELEMENT_CONTENT" and expected:
        return EXPECTED_HERE.filled({"expected": NAMESPACE.sub("", expected[1]).strip()})
    if fault.type_name == "SCHEMAV_ELEMENT_CONTENT":
        return NOT_EXPECTED
    return MISSING if fault.type_name.startswith("SCHEMAV_CVC_COMPLEX_TYPE") else WRONG_TYPE


NOT_EXPECTED = Text(
    "Elementet hører ikke til her, eller et krævet element mangler.",
    "Elementet hører ikke til her, eller et påkrevd element mangler.",
    "The element does not belong here, or a required one is missing.",
)
EXPECTED_HERE = Text(
    "Elementet hører ikke til her, eller et krævet element mangler. Her kan stå: {expected}.",
    "Elementet hører ikke til her, eller et påkrevd element mangler. Her kan stå: {expected}.",
    "The element does not belong here, or a required one is missing. Expected: {expected}.",
)
MISSING = Text(
    "En attribut eller et element mangler eller er ikke tilladt her.",
    "Et attributt eller element mangler eller er ikke tillatt her.",
    "An attribute or element is missing or not allowed here.",
)
WRONG_TYPE = Text(
    "Værdien har ikke den type, som UBL 2.1 foreskriver.",
    "Verdien har ikke typen som UBL 2.1 foreskriver.",
    "The value is not of the type that UBL 2.1 prescribes.",
)
TYPES: Mapping[str, Text] = {
    "date": Text(
        "Her skal stå en dato, for eksempel 2026-11-21.",
        "Her må det stå en dato, for eksempel 2026-11-21.",
        "Here must be a date, such as 2026-11-21.",
    ),
    "time": Text(
        "Her skal stå et klokkeslæt, for eksempel 09:30:00.",
        "Her må det stå et klokkeslett, for eksempel 09:30:00.",
        "Here must be a time, such as 09:30:00.",
    ),
    "decimal": Text(
        "Her skal stå et tal med cifre og punktum, for eksempel 850.00.",
        "Her må det stå et tall med sifre og punktum, for eksempel 850.00.",
        "Here must be a number in digits with a point, such as 850.00.",
    ),
    "boolean": Text(
        "Her skal stå true eller false.", "Her må det stå true eller false.", "Here must be true or false."
    ),
}
"""The type of a value → what the clinic reads."""


@cache
def _schema(kind: InvoiceKind) -> Any:
    from lxml import etree

    return etree.XMLSchema(etree.parse(str(SHIPPED / "maindoc" / FILES[kind])))
