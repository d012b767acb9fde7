"""The text of an element as every rule reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro_aws.invoices.attachments.embedded_files import EMBEDDED as EMBEDDED
from helsebro_aws.invoices.attachments.embedded_files import places_of_files
from helsebro_aws.invoices.einvoice.names import clark
from helsebro_aws.papers.safe_xml import BLANKS as BLANKS
from helsebro_aws.papers.safe_xml import value as value

if TYPE_CHECKING:
    from helsebro_aws.invoices.einvoice.document import UblDocument


def own_text(element: Any) -> str:
    """Returns the text directly in an element: without what is in the elements, comments and so on inside."""
    return "".join([element.text or "", *(inside.tail or "" for inside in element)])


def value_at(element: Any, path: str) -> str:
    """Returns the first value at a path, without blanks at its ends; empty when there is none."""
    found = element.find(clark(path))
    return value(found).strip(BLANKS) if found is not None else ""


def too_long(document: UblDocument) -> Iterator[InvoiceFinding]:
    """Yields a finding for every value, attribute or comment that is longer than ``LONGEST_VALUE``.

    A file inside the invoice is no text: it has limits of its own.
    """
    outside = ((node, place, text) for node, place, text in _outside(document.root))
    files = {file for _, file in places_of_files(document.root)} if EMBEDDED in document.by_tag else ()
    for node, place, text in (*document.texts, *outside):
        if len(text) > LONGEST_VALUE and not (node in files and text == node.text):
            values = {"found": len(text), "expected": LONGEST_VALUE}
            yield InvoiceFinding.of(TOO_LONG, "fatal", place, LONG, values)


def _outside(root: Any) -> Iterator[tuple[Any, str, str]]:
    """Yields what stands in no element: comments around the root, instructions' targets, namespaces."""
    from lxml import etree

    for note in (*root.itersiblings(preceding=True), *root.itersiblings()):
        yield note, "/comment()", note.text or ""
    for note in root.getroottree().iter(etree.PI):
        yield note, "/comment()", note.target
    for _, (_prefix, address) in etree.iterwalk(root, events=("start-ns",)):
        yield root, "/", address


LONGEST_VALUE = 2_000
TOO_LONG = "UBL-LONG"
LONG = Text(
    "Her står {found} tegn; der må højst stå {expected}.",
    "Her står det {found} tegn; det kan høyst stå {expected}.",
    "There are {found} characters here; at most {expected} are allowed.",
)
