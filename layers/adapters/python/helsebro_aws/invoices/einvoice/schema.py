"""The UBL 2.1 XML schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro_aws.invoices.einvoice.shipped import SHIPPED

RULE = "UBL-XSD"
EXPECTED = re.compile(r"Expected is (?:one of )?\((.*)\)\.")
NAMESPACE = re.compile(r"\{[^}]*\}")


def schema_findings(root: Any) -> Iterator[InvoiceFinding]:
    """Yields the schema's findings for the document. The texts name elements, never their content."""
    kind = "CreditNote" if root.tag.endswith("}CreditNote") else "Invoice"
    schema = _schema(kind)
    if not schema.validate(root):
        for fault in schema.error_log:
            yield InvoiceFinding(
                RULE,
                "fatal",
                (fault.path or "/*").replace("/*", f"/{kind}", 1),
                _text(fault),
            )


def load() -> None:
    """Loads the two schemas."""
    for kind in ("Invoice", "CreditNote"):
        _schema(kind)


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


@cache
def _schema(kind: str) -> Any:
    from lxml import etree

    return etree.XMLSchema(etree.parse(str(SHIPPED / "maindoc" / f"UBL-{kind}-2.1.xsd")))
