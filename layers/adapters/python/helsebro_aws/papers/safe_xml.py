"""XML from outside: parsed without loading anything, and the one way to read an element's text.

It is for documents in UTF-8 without a DOCTYPE: without one there are no entities, so nothing can grow.
"""

from __future__ import annotations

import re
from typing import Any

BLANKS = " \t\r\n"
"""What XML calls white space; a non-breaking blank is a sign like any other."""
REPLACEMENT = "\ufffd".encode()
"""What a gateway puts in the place of bytes that are not UTF-8."""
DECLARED_ENCODING = re.compile(rb"""encoding\s*=\s*["']([^"']*)""")
UTF_8 = (b"utf-8", b"utf8", b"us-ascii")


class NotXml(Exception):
    """The parser refuses a document at this line and column; it quotes nothing of it."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__("not-xml")
        self.line, self.column = line, column


def is_text(body: bytes) -> bool:
    """Whether a body is whole UTF-8, without NUL."""
    if b"\0" in body or REPLACEMENT in body:
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def declares_utf_8(body: bytes) -> bool:
    """Whether a text declares no encoding, or UTF-8."""
    declared = DECLARED_ENCODING.search(body, 0, 200)
    return declared is None or declared[1].lower() in UTF_8


def hides_nothing(body: bytes) -> bool:
    """Whether nothing in a text can be a DOCTYPE or another encoding, not even a comment that names one."""
    return declares_utf_8(body) and b"<!DOCTYPE" not in body


def parsed(body: bytes) -> Any:
    """Returns the root of a document (lxml). Raises ``NotXml``. Whoever calls checks the body before."""
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_blank_text=False,
    )
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError as fault:
        line, column = fault.position
        raise NotXml(line, column) from None


def value(element: Any) -> str:
    """Returns an element's string value: without the comments and instructions inside it.

    lxml's ``.text`` ends at the first comment, so an account number with a comment in it would be read as the
    digits before it, and paid to.
    """
    if len(element) == 0:
        return str(element.text or "")
    return "".join(element.xpath("descendant::text()"))
