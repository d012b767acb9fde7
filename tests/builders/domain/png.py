"""Builders of PNG images: their parts, and small images that are whole."""

from __future__ import annotations

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def part(kind: bytes, content: bytes) -> bytes:
    """Returns a part of a PNG with its length and checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def frame(width: int = 3, height: int = 2, depth: int = 8, colour: int = 2, interlacing: int = 0) -> bytes:
    """Returns the first part; by default of an RGB image of 3 × 2 pixels."""
    return part(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlacing))


def pixels(width: int = 3, height: int = 2, samples: int = 3, filtering: int = 0) -> bytes:
    """Returns the part with the picture, all in one colour."""
    row = bytes([filtering]) + b"\x30" * (width * samples)
    return part(b"IDAT", zlib.compress(row * height))


END = part(b"IEND", b"")


def png(width: int = 3, height: int = 2) -> bytes:
    """Returns a whole RGB image."""
    return SIGNATURE + frame(width, height) + pixels(width, height) + END
