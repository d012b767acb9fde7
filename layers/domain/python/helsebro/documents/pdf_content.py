"""PDF: whether a file can be read without a password and runs nothing when opened.

A file without its last lines is harmless and readers open it; a caseworker judges whether it is enough.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

ENCRYPTED = re.compile(rb"/Encrypt\b")
ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|RichMedia|EmbeddedFiles?|XFA|GoToE|ImportData|SubmitForm)\b")
"""The names of objects that run code, start a program, send a form, or contain another file."""
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
MOST_ESCAPES, MOST_PARTS = 50_000, 50_000
"""More than any real paper has: a file with more was made to keep the check busy."""
MOST_UNPACKED = 32 * 1024 * 1024
"""The most bytes of packed objects that are unpacked: a file with more is a decompression bomb."""


def fault_in(content: bytes) -> str | None:
    """Returns ``pdf-encrypted``, ``pdf-active``, ``file-harmful``, or None."""
    left = MOST_UNPACKED
    for number, words in enumerate(_words(content)):
        left -= len(words)
        if left < 0 or number > MOST_PARTS or words.count(b"#") > MOST_ESCAPES:
            return "file-harmful"
        plain = ESCAPED.sub(lambda code: bytes((int(code[1], 16),)), words)
        if ENCRYPTED.search(plain):
            return "pdf-encrypted"
        if ACTIVE.search(plain):
            return "pdf-active"
    return None


def _words(content: bytes) -> Iterator[bytes]:
    """Yields the parts that a reader parses: all text between streams, and streams of packed objects.

    Pictures and fonts are left out, because any word can occur in them by chance.
    """
    place = 0
    while True:
        start = content.find(b"stream", place)
        end = content.find(b"endstream", start) if start >= 0 else -1
        if end < 0:
            yield content[place:]
            return
        words = content[place:start]
        yield words
        if b"/ObjStm" in words[words.rfind(b"obj") :]:
            yield _unpacked(content[start + len(b"stream") : end].lstrip(b"\r\n"))
        place = end + len(b"endstream")


def _unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, MOST_UNPACKED + 1)
    except zlib.error:
        return packed
