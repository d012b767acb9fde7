"""The streams of a PDF: unpacked within a limit and packed again, so that none is a bomb for the reader."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Name

from helsebro_aws.documents.rewriting.limits import MOST_PIXELS_IN_PDF, MOST_UNPACKED
from helsebro_aws.documents.rewriting.parts_of_pictures import without_notes
from helsebro_aws.documents.rewriting.unwritable import Unwritable

DEFLATED = frozenset({"/FlateDecode", "/Fl"})
OTHERS = frozenset(
    {"/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"}
)
PHOTO = ["/DCTDecode"]
OF_PICTURES = frozenset({"/DCTDecode", "/DCT", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/CCF"})
MOST_FILTERS = 4


@dataclass
class Streams:
    """Writes streams anew; ``left`` is how many bytes may still be unpacked."""

    left: int = MOST_UNPACKED

    def write_anew(self, stream: pikepdf.Stream) -> None:
        """Writes a stream anew. Raises ``Unwritable``."""
        filters = _filters(stream)
        if stream.get(Name.Subtype) == Name.Image:
            _must_be_small_enough(stream)
            if filters == PHOTO:
                parameters: Any = stream.get(Name.DecodeParms)
                stream.write(
                    without_notes(stream.read_raw_bytes()), filter=Name.DCTDecode, decode_parms=parameters
                )
            return
        if any(name not in DEFLATED | OTHERS for name in filters):
            raise Unwritable("file-incomplete")
        self._count(stream.read_raw_bytes(), filters)
        try:
            content = stream.read_bytes()
        except pikepdf.PdfError as error:
            raise Unwritable("file-incomplete") from error
        self.left -= len(content)
        if self.left < 0:
            raise Unwritable("file-harmful")
        stream.write(content)

    def _count(self, packed: bytes, filters: list[str]) -> None:
        """Raises ``Unwritable`` before a stream is unpacked that is larger than what is left."""
        for name in filters:
            if name not in DEFLATED:
                return
            unpacking = zlib.decompressobj()
            try:
                packed = unpacking.decompress(packed, self.left + 1)
            except zlib.error:
                # The library repairs what it can of such a stream, within the limits of the process.
                return
            if len(packed) > self.left:
                raise Unwritable("file-harmful")


def _filters(stream: pikepdf.Stream) -> list[str]:
    named = stream.get(Name.Filter)
    if named is None:
        return []
    filters = [str(name) for name in named] if isinstance(named, pikepdf.Array) else [str(named)]
    if len(filters) > MOST_FILTERS:
        raise Unwritable("file-harmful")
    return filters


def _must_be_small_enough(stream: pikepdf.Stream) -> None:
    try:
        width, height = int(stream.get(Name.Width, 0)), int(stream.get(Name.Height, 0))
    except (TypeError, ValueError) as error:
        raise Unwritable("file-incomplete") from error
    if width * height > MOST_PIXELS_IN_PDF:
        raise Unwritable("picture-too-large")
