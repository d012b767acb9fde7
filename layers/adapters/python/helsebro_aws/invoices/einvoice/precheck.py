"""Checks a posted invoice at once, before any heavy library reads it.

It uses the standard library only, because a function of the API calls it for each post. It also protects the
next steps: no document with a DOCTYPE, another encoding or deep nesting reaches lxml or Saxon.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from helsebro.errors import BadInput, Fault, Refused
from helsebro.invoices.largest import MOST_LINES, MOST_SESSIONS
from helsebro_aws.invoices.einvoice.names import CBC, EMBEDDED_FILE, UBL
from helsebro_aws.papers.safe_xml import REPLACEMENT, UTF_8, hides_nothing, is_text

LARGEST = 1_000_000
"""Without the content of the files inside it."""
LARGEST_WITH_FILES = 5_000_000
"""A function gets 6 MB with what JSON adds to a text; the gateway passes ``application/xml`` on as a text."""
DEEPEST = 50
WIDEST = MOST_LINES + 100
"""Children of one element. The official rules count the preceding siblings to write a finding's location, so
ten thousand payment means take a minute."""
MOST_ATTRIBUTES_OF_ONE = 20
MOST_ATTRIBUTES = 30_000
"""An invoice of 500 lines has about 12,000. Each unknown one is an error of its own, and each is searched."""
MOST_ELEMENTS = 60_000
"""An invoice of 500 lines has about 25,000. Each is kept with its place while it is judged."""
LONGEST_NAME = 100
"""UBL's longest has 47 letters. A place is made of the names above it, so long ones fill the memory."""
MOST_NOTES = 2_000
"""Comments and processing instructions."""
MOST_NAMESPACES = 20
OTHER_FILES = {
    b"%PDF-": "PDF",
    b"{": "JSON",
    b"[": "JSON",
    b"PK\x03\x04": "ZIP",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    REPLACEMENT + b"PNG": "PNG",
    REPLACEMENT * 3: "JPEG",
}
"""What a file of another kind begins with, also after a gateway. No XML begins so."""
LINES = ("InvoiceLine", "CreditNoteLine")
FILE = f"{CBC} {EMBEDDED_FILE}"
ROOTS = (f"{UBL}Invoice-2 Invoice", f"{UBL}CreditNote-2 CreditNote")


def precheck(body: bytes) -> None:
    """Rejects a body that is not a UBL invoice or credit note, or is too large to be judged.

    Raises ``BadInput`` (malformed) with ``invoice-not-xml`` (with line and column) or ``invoice-not-utf8``;
    ``Refused`` with ``invoice-another-file``, ``invoice-too-large`` (more than 1,000,000 bytes beside the
    files inside it, or 5,000,000 with them), ``invoice-too-long`` (more than 500 lines),
    ``invoice-too-deep``, ``invoice-too-wide``, ``invoice-too-many-attributes``,
    ``invoice-too-many-comments``, ``invoice-too-many-elements``, ``invoice-too-many-namespaces``,
    ``invoice-doctype`` or ``invoice-not-ubl`` (also for a name that is longer than any of UBL).
    """
    must_be_no_other_file(body)
    must_be_text(body)
    reader = _Reader()
    try:
        reader.parser.Parse(body, True)
    except expat.ExpatError as fault:
        raise _malformed("invoice-not-xml", line=fault.lineno, column=fault.offset + 1) from None
    if len(body) - reader.file_bytes > LARGEST:
        raise _too_large()
    if reader.root not in ROOTS:
        raise Refused("invoice-not-ubl")


def must_be_no_other_file(body: bytes) -> None:
    """Raises ``Refused`` (``invoice-another-file``) for a file of another kind, which it names."""
    begins = body[:100].lstrip()
    kind = next((kind for sign, kind in OTHER_FILES.items() if begins.startswith(sign)), None)
    if kind:
        raise Refused("invoice-another-file", format=kind)


def must_be_text(body: bytes) -> None:
    """Raises ``Refused`` (``invoice-too-large``) or ``BadInput`` (``invoice-not-utf8``) for such a body."""
    if len(body) > (LARGEST_WITH_FILES if EMBEDDED_FILE.encode() in body else LARGEST):
        raise _too_large()
    if not is_text(body):
        raise _malformed("invoice-not-utf8")


def is_plain(body: bytes) -> bool:
    """Returns whether nothing in it can be a DOCTYPE, another encoding, or one namespace too many.

    More than what is allowed beside files is not plain either: how much of it is files must be counted.
    """
    is_small = len(body) <= LARGEST
    return is_small and hides_nothing(body) and body.count(b"xmlns") <= MOST_NAMESPACES


class Extent:
    """Looks at how much a document holds. Each call raises ``Refused`` for more than may be judged."""

    def __init__(self) -> None:
        self.notes = self.namespaces = self.all_attributes = self.elements = 0

    def attributes(self, count: int) -> None:
        """Counts the attributes of an element."""
        self.all_attributes += count
        for number, most in ((count, MOST_ATTRIBUTES_OF_ONE), (self.all_attributes, MOST_ATTRIBUTES)):
            if number > most:
                raise Refused("invoice-too-many-attributes", limit=most)

    def element(self, name: str, depth: int, children: int) -> None:
        """Counts an element: how long its name is, how deep it lies from the root (1), how wide it is.

        ``name`` is with its namespace, after a blank or a brace.
        """
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise Refused("invoice-too-many-elements", limit=MOST_ELEMENTS)
        if len(name) > LONGEST_NAME and len(re.split("[ }]", name)[-1]) > LONGEST_NAME:
            raise Refused("invoice-not-ubl")
        if depth > DEEPEST:
            raise Refused("invoice-too-deep", limit=DEEPEST)
        if children > WIDEST:
            raise Refused("invoice-too-wide", limit=WIDEST)

    def lines(self, count: int) -> None:
        """Looks at how many lines the document has."""
        if count > MOST_LINES:
            raise Refused("invoice-too-long", limit=MOST_LINES, sessions=MOST_SESSIONS)

    def note(self) -> None:
        """Counts a comment or a processing instruction."""
        self.notes += 1
        if self.notes > MOST_NOTES:
            raise Refused("invoice-too-many-comments", limit=MOST_NOTES)

    def namespace(self) -> None:
        """Counts the declaration of a namespace."""
        self.namespaces += 1
        if self.namespaces > MOST_NAMESPACES:
            raise Refused("invoice-too-many-namespaces", limit=MOST_NAMESPACES)


class _Reader:
    """Counts elements while the document is parsed; it stores no content."""

    def __init__(self) -> None:
        self.root = ""
        self.extent = Extent()
        self.children = [0]
        self.lines = 0
        self.file_bytes, self.is_in_file = 0, False
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.XmlDeclHandler = self.declared
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.StartElementHandler = self.started
        self.parser.EndElementHandler = self.ended
        self.parser.CharacterDataHandler = self.written
        self.parser.CommentHandler = self.noted
        self.parser.ProcessingInstructionHandler = self.noted
        self.parser.StartNamespaceDeclHandler = self.namespace

    def declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower().encode() not in UTF_8:
            raise _malformed("invoice-not-utf8")

    def doctype(self, *_declaration: object) -> None:
        raise Refused("invoice-doctype")

    def noted(self, *_content: object) -> None:
        self.extent.note()

    def namespace(self, *_declaration: object) -> None:
        self.extent.namespace()

    def written(self, text: str) -> None:
        # What is no base64 at all is text like any other.
        if self.is_in_file and text.isascii():
            self.file_bytes += len(text)

    def started(self, name: str, attributes: dict[str, str]) -> None:
        self.root, self.is_in_file = self.root or name, name == FILE
        self.children[-1] += 1
        self.extent.attributes(len(attributes))
        self.extent.element(name, len(self.children), self.children[-1])
        if name.endswith(LINES):
            self.lines += 1
            self.extent.lines(self.lines)
        self.children.append(0)

    def ended(self, _name: str) -> None:
        self.is_in_file = False
        self.children.pop()


def _too_large() -> Refused:
    return Refused("invoice-too-large", limit=LARGEST, all=LARGEST_WITH_FILES)


def _malformed(code: str, **place: int) -> BadInput:
    return BadInput([Fault("", code, "", place)], malformed=True)
