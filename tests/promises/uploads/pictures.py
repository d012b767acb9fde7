"""Pictures made by the tests: small, and with whatever belongs into one."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import Image, ImageDraw

from tests.promises.uploads.paper import EVIL

PNG_START = b"\x89PNG\r\n\x1a\n"
LATITUDE = (55.0, 40.0, 34.0)


def photo(width: int = 64, height: int = 48, mode: str = "RGB") -> Image.Image:
    """A photo of a paper: white, with lines, its top left corner dark."""
    picture = Image.new("RGB", (width, height), "white")
    drawing = ImageDraw.Draw(picture)
    drawing.rectangle((0, 0, width // 4, height // 4), fill="black")
    for row in range(height // 2, height, 6):
        drawing.line((4, row, width - 4, row), fill=(40, 40, 60))
    return picture.convert(mode)


def written(picture: Image.Image, kind: str, **more: Any) -> bytes:
    """Returns a picture as a file."""
    file = BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def jpeg(**more: Any) -> bytes:
    """Returns a photo as JPEG."""
    return written(photo(), "JPEG", **more)


def png(mode: str = "RGB", **more: Any) -> bytes:
    """Returns a screenshot as PNG."""
    return written(photo(mode=mode), "PNG", **more)


def heic(width: int = 64, height: int = 48, exif: bytes | None = None) -> bytes:
    """Returns a phone's photo as HEIC."""
    file = BytesIO()
    pillow_heif.from_pillow(photo(width, height)).save(file, quality=60, exif=exif)
    return file.getvalue()


def notes(orientation: int = 1) -> bytes:
    """Returns what a phone's camera notes beside a photo: where it was, and how it was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = EVIL.decode()
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", LATITUDE
    return exif.tobytes()


def chunk(kind: bytes, content: bytes) -> bytes:
    """Returns a part of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of(width: int, height: int, *parts: bytes, pixels: bytes = b"") -> bytes:
    """Returns a PNG that says it has this size, with more parts and these packed pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return PNG_START + head + b"".join(parts) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def with_chunk(kind: bytes, content: bytes) -> bytes:
    """Returns a good PNG with one more part."""
    whole = png()
    return whole[:33] + chunk(kind, content) + whole[33:]


def jpeg_said_to_be(width: int, height: int) -> bytes:
    """Returns a JPEG whose head says another size."""
    whole = jpeg()
    place = whole.index(b"\xff\xc0") + 5
    return whole[:place] + struct.pack(">HH", height, width) + whole[place + 4 :]


def heic_said_to_be(width: int, height: int) -> bytes:
    """Returns a HEIC whose head says another size."""
    whole = heic()
    place = whole.index(b"ispe") + 8
    return whole[:place] + struct.pack(">II", width, height) + whole[place + 8 :]


def with_segment(marker: int, content: bytes) -> bytes:
    """Returns a good JPEG with one more part."""
    whole = jpeg()
    return whole[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content + whole[2:]
