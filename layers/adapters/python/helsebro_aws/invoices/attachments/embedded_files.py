"""The files inside a document: those that the locked copy has the digests of, in the same order.

Read with the standard library: the document passed ``precheck`` when it was received, so it has no DOCTYPE.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from helsebro_aws.invoices.einvoice.names import EMBEDDED_FILE, PREFIXES

PLACE = f".//cac:Attachment/cbc:{EMBEDDED_FILE}"


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
    for number, each in enumerate(ElementTree.fromstring(body).findall(PLACE, PREFIXES), 1):
        # A comment inside is none of the text.
        yield EmbeddedFile(number, each.get("mimeCode", ""), content_of("".join(each.itertext())))


def content_of(text: str) -> bytes:
    """Returns the bytes that an embedded text stands for; one that is no base64 stands for itself."""
    try:
        return b64decode("".join(text.split()), validate=True)
    except (NotBase64, ValueError):
        return text.encode()


def digest_of(content: bytes) -> str:
    """Returns the digest of a file that the locked copy holds in its place."""
    return hashlib.sha256(content).hexdigest()
