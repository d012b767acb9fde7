"""Photos: whether a JPEG, PNG or HEIC is complete, and small enough for a program to show safely."""

from __future__ import annotations

HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"})
MOST_PIXELS = 60_000_000
"""More than a phone's camera makes; a larger picture is a decompression bomb."""

PNG_END = b"IEND\xaeB`\x82"
MOST_SEGMENTS = 20_000
"""A JPEG with more parts than this before its picture is not a photo."""
JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The JPEG markers that hold height and width."""
JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""The markers that are not followed by a length."""
JPEG_PICTURE, JPEG_END = 0xDA, 0xD9


def fault_in(content: bytes, content_type: str) -> str | None:
    """Returns ``file-incomplete``, ``picture-too-large``, or None."""
    if content_type == "image/heic":
        return None if b"mdat" in content and b"meta" in content[:65_536] else "file-incomplete"
    size = _png_size(content) if content_type == "image/png" else _jpeg_size(content)
    if size is None or not all(size):
        return "file-incomplete"
    return "picture-too-large" if size[0] * size[1] > MOST_PIXELS else None


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Returns width and height, or None unless the first chunk is the header and the picture has an end."""
    if content[12:16] != b"IHDR" or PNG_END not in content[24:]:
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Returns width and height, or None unless they come before the picture and the picture has an end."""
    size, place = None, 2
    for _ in range(MOST_SEGMENTS):
        if place + 4 > len(content) or content[place] != 0xFF:
            return None
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == JPEG_PICTURE:
            return size if content.rfind(bytes((0xFF, JPEG_END))) > place else None
        if marker in JPEG_SIZES:
            height, width = content[place + 5 : place + 7], content[place + 7 : place + 9]
            size = int.from_bytes(width, "big"), int.from_bytes(height, "big")
        length = int.from_bytes(content[place + 2 : place + 4], "big")
        place += 2 if marker in JPEG_ALONE else 2 + max(length, 2)
    return None
