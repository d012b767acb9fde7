"""Payer mark: the payer's logo, a small PNG that holds its picture and nothing else (F0-25)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

LARGEST_BYTES = 32_768
WIDEST, HIGHEST = 1_200, 600
"""In pixels: enough for print, and little enough to read at every printing."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
SAMPLES = {0: 1, 2: 3, 4: 2, 6: 4}
"""Colour type of a PNG without a palette → bytes a pixel, at 8 bits a sample."""
FILTERS = range(5)


class UnusableMark(Exception):
    """The data is no mark; ``code`` is ``mark-too-large`` or ``mark-unreadable``."""

    def __init__(self, code: str = "mark-unreadable") -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class PayerMark:
    """A mark: its PNG, with its width and height in pixels."""

    png: bytes = field(repr=False)
    width: int
    height: int


def payer_mark(data: bytes) -> PayerMark:
    """Returns the mark, with the parts of the PNG that draw it and without all others, such as texts.

    A vector image may hold scripts, references and letters, so a mark is a PNG: 8 bits a sample, without
    palette and interlacing. It is decoded as a whole here, so that no paper can fail on it later. Raises
    ``UnusableMark``.
    """
    if len(data) > LARGEST_BYTES:
        raise UnusableMark("mark-too-large")
    parts = list(_parts(data))
    width, height, samples = _frame(parts[0] if parts else (b"", b""))
    if not (0 < width <= WIDEST and 0 < height <= HIGHEST):
        raise UnusableMark("mark-too-large")
    if parts[-1][0] != b"IEND":
        raise UnusableMark()
    packed = b"".join(content for kind, content in parts if kind == b"IDAT")
    _must_be_whole(packed, row=1 + width * samples, rows=height)
    drawn = (parts[0], (b"IDAT", packed), (b"IEND", b""))
    return PayerMark(SIGNATURE + b"".join(_part(*part) for part in drawn), width, height)


def _parts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yields the kind and the content of each part of a PNG."""
    if not data.startswith(SIGNATURE):
        raise UnusableMark()
    at = len(SIGNATURE)
    while at < len(data):
        if at + 12 > len(data):
            raise UnusableMark()
        length, kind = struct.unpack_from(">I4s", data, at)
        content, end = data[at + 8 : at + 8 + length], at + 12 + length
        if end > len(data) or _part(kind, content) != data[at:end]:
            raise UnusableMark()
        yield kind, content
        at = end


def _part(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _frame(first: tuple[bytes, bytes]) -> tuple[int, int, int]:
    """Returns width, height and bytes a pixel from the first part."""
    kind, content = first
    if kind != b"IHDR" or len(content) != 13:
        raise UnusableMark()
    width, height, depth, colour, packing, filtering, interlacing = struct.unpack(">IIBBBBB", content)
    if depth != 8 or colour not in SAMPLES or packing or filtering or interlacing:
        raise UnusableMark()
    return width, height, SAMPLES[colour]


def _must_be_whole(packed: bytes, *, row: int, rows: int) -> None:
    """Raises ``UnusableMark`` unless the packed picture has so many rows of so many bytes."""
    unpacking = zlib.decompressobj()
    try:
        picture = unpacking.decompress(packed, row * rows + 1)
    except zlib.error:
        raise UnusableMark() from None
    is_whole = unpacking.eof and len(picture) == row * rows
    if not is_whole or any(picture[start] not in FILTERS for start in range(0, len(picture), row)):
        raise UnusableMark()
