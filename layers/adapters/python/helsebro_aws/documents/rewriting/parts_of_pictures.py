"""The parts that a JPEG or PNG consists of before its pixels: counted, and some of them left out.

The library that decodes pictures reads part by part, so that many of them would keep it busy for long.
"""

from __future__ import annotations

KEPT_SEGMENTS = frozenset({0xE0, 0xE2, 0xEE})
"""How to show the colours: JFIF, the profile, and Adobe's own mark. The other applications' parts go."""
PICTURE, COMMENT, FIRST_OF_APPLICATIONS, LAST_OF_APPLICATIONS = 0xDA, 0xFE, 0xE0, 0xEF
KEPT_WHOLE = frozenset({0xC2, 0xC6, 0xCA, 0xCE})
"""The heads of a JPEG that gets finer wave by wave."""
START_OF_COLOURS = 10
"""Marker, length, depth, height, width and number of colours come before them, 3 bytes each."""
FILLING = 0xFF
MOST_PARTS = 20_000
PNG_START = 8


def jpeg_parts(photo: bytes) -> list[tuple[int, bytes]] | None:
    """Returns the marker and the bytes of each part, the last with the pixels; None if they do not follow."""
    parts: list[tuple[int, bytes]] = []
    place = 2
    for _ in range(MOST_PARTS):
        if place + 4 > len(photo) or photo[place] != FILLING:
            return None
        marker, length = photo[place + 1], int.from_bytes(photo[place + 2 : place + 4], "big")
        if marker == FILLING:
            place += 1
            continue
        if marker == PICTURE:
            return [*parts, (marker, photo[place:])]
        parts.append((marker, photo[place : place + 2 + length]))
        place += 2 + max(length, 2)
    return None


def kept_until_decoded(photo: bytes) -> int:
    """Returns how many bytes the decoder of a progressive JPEG keeps; none of one that comes line by line.

    Two for each wave of each colour, of which most photos keep two of the three at half the width and height.
    """
    heads = [content for marker, content in jpeg_parts(photo) or () if marker in KEPT_WHOLE]
    if not heads or len(heads[0]) < START_OF_COLOURS:
        return 0
    head = heads[0]
    height, width = int.from_bytes(head[5:7], "big"), int.from_bytes(head[7:9], "big")
    shares = [(byte >> 4) * (byte & 15) for byte in head[START_OF_COLOURS + 1 :: 3]]
    return 2 * width * height * sum(shares) // max([*shares, 1])


def png_is_countable(screenshot: bytes) -> bool:
    """Returns whether the parts follow each other to the end, and are not too many."""
    place = PNG_START
    for _ in range(MOST_PARTS):
        if place + 12 > len(screenshot):
            return False
        if screenshot[place + 4 : place + 8] == b"IEND":
            return True
        place += 12 + int.from_bytes(screenshot[place : place + 4], "big")
    return False


def without_notes(photo: bytes) -> bytes:
    """Returns the JPEG of a PDF without what a camera adds: its position, a thumbnail, comments.

    It is not decoded. What does not look like a JPEG is returned as it is.
    """
    parts = jpeg_parts(photo)
    if parts is None or not photo.startswith(b"\xff\xd8"):
        return photo
    return photo[:2] + b"".join(content for marker, content in parts if not _is_note(marker))


def _is_note(marker: int) -> bool:
    of_application = FIRST_OF_APPLICATIONS <= marker <= LAST_OF_APPLICATIONS
    return marker == COMMENT or (of_application and marker not in KEPT_SEGMENTS)
