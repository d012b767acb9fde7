"""The text of an element as every rule reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from helsebro.invoices.finding import InvoiceFinding, Text
from helsebro_aws.invoices.attachments.embedded_files import EMBEDDED as EMBEDDED
from helsebro_aws.invoices.attachments.embedded_files import places_of_files
from helsebro_aws.papers.safe_xml import BLANKS as BLANKS
from helsebro_aws.papers.safe_xml import value as value

if TYPE_CHECKING:
    from helsebro_aws.invoices.einvoice.document import UblDocument


def own_text(element: Any) -> str:
    """Returns the text directly in an element: without what is in the elements, comments and so on inside."""
    return "".join([element.text or "", *(inside.tail or "" for inside in element)])


def too_long(document: UblDocument) -> Iterator[InvoiceFinding]:
    """Yields a finding for every value, attribute or comment that is longer than ``LONGEST_VALUE``.

    A file inside the invoice is no text: it has limits of its own.
    """
    files = {file for _, file in places_of_files(document.root)} if EMBEDDED in document.by_tag else ()
    for node, place, text, _ in (*document.texts, *document.outside):
        if len(text) > LONGEST_VALUE and not (node in files and text == node.text):
            values = {"found": len(text), "expected": LONGEST_VALUE}
            yield InvoiceFinding.of(TOO_LONG, "fatal", place, LONG, values)


LONGEST_VALUE = 2_000
TOO_LONG = "UBL-LONG"
LONG = Text(
    "Her står {found} tegn; der må højst stå {expected}.",
    "Her står det {found} tegn; det kan høyst stå {expected}.",
    "There are {found} characters here; at most {expected} are allowed.",
)
