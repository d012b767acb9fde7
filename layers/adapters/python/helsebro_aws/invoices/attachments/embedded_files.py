"""The files inside a document: those that the locked copy has the digests of, in the same order.

They are read with the standard library: the document passed ``precheck`` when it was received, so it has no
DOCTYPE. Where a file stands is found in the same way with lxml.
"""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from helsebro_aws.invoices.einvoice.names import CAC, CBC, EMBEDDED_FILE
from helsebro_aws.platform.stored_file import digest_of

EMBEDDED = f"{{{CBC}}}{EMBEDDED_FILE}"
HOLDS_A_FILE = "Attachment"
"""How the names of all elements end that may hold a file, such as ``DigitalSignatureAttachment``."""


@dataclass(frozen=True)
class EmbeddedFile:
    """A file by its place, from 1, its type as the document names it, and its bytes."""

    number: int
    media_type: str
    content: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hex."""
        return digest_of(self.content)


def embedded_files(body: bytes) -> Iterator[EmbeddedFile]:
    """Yields the files of a received document, in its order."""
    if EMBEDDED_FILE.encode() not in body:
        return
    for number, (_, each) in enumerate(places_of_files(ElementTree.fromstring(body)), 1):
        # A comment inside is none of the text.
        yield EmbeddedFile(number, each.get("mimeCode", ""), content_of("".join(each.itertext())))


def places_of_files(root: Any) -> list[tuple[Any, Any]]:
    """Returns each element that holds a file, after its parent, whichever kind of attachment that is.

    One that stands elsewhere, as the schema allows it in an extension, is no file: the document is rejected.
    """
    holders = (each for each in root.iter() if _may_hold_a_file(each.tag))
    return [(holder, file) for holder in holders for file in holder.findall(EMBEDDED)]


def _may_hold_a_file(tag: Any) -> bool:
    # Comments and instructions have no name.
    return isinstance(tag, str) and tag.startswith(f"{{{CAC}}}") and tag.endswith(HOLDS_A_FILE)


def content_of(text: str) -> bytes:
    """Returns the bytes that an embedded text stands for; one that is no base64 stands for itself."""
    try:
        return b64decode("".join(text.split()), validate=True)
    except (NotBase64, ValueError):
        return text.encode()
