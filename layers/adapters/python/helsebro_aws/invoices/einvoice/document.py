"""Parses a document without loading anything from outside it."""

from __future__ import annotations

from typing import Any

from helsebro.errors import BadInput, Fault
from helsebro_aws.invoices.einvoice.precheck import precheck

SCHEMA_HINTS = "{http://www.w3.org/2001/XMLSchema-instance}"


def opened(body: bytes) -> Any:
    """Returns the root element (lxml) of a document after ``precheck``. Raises what ``precheck`` raises."""
    from lxml import etree

    precheck(body)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_blank_text=False
    )
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as fault:
        line, column = fault.position
        # libxml2 rejects a little more than expat does; its message would quote the document.
        place = {"line": line, "column": column}
        raise BadInput([Fault("", "invoice-not-xml", "", place)], malformed=True) from None
    # While it validates, libxml2 opens any file that xsi:schemaLocation names; only our schema is allowed.
    for element in root.iter(etree.Element):
        for name in ("schemaLocation", "noNamespaceSchemaLocation"):
            element.attrib.pop(SCHEMA_HINTS + name, None)
    return root
