"""Opening a document without letting it reach anything outside itself."""

from __future__ import annotations

from typing import Any

from helsebro.errors import BadInput, Fault
from helsebro_aws.invoices.einvoice.precheck import precheck

SCHEMA_HINTS = "{http://www.w3.org/2001/XMLSchema-instance}"


def opened(body: bytes) -> Any:
    """The root element (lxml) of a document that passed ``precheck``; raises what ``precheck`` raises."""
    from lxml import etree

    precheck(body)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_blank_text=False
    )
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        # libxml2 refuses a little more than expat does; its message would quote the document.
        raise BadInput([Fault("", "invoice-not-xml", "")], malformed=True) from None
    # libxml2 follows xsi:schemaLocation to any file while it validates; the schema here is ours alone.
    for element in root.iter(etree.Element):
        for name in ("schemaLocation", "noNamespaceSchemaLocation"):
            element.attrib.pop(SCHEMA_HINTS + name, None)
    return root
