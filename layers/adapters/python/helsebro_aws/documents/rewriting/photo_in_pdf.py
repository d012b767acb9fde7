"""A JPEG inside a PDF, without what a camera adds to it: its position, a thumbnail, comments."""

from __future__ import annotations

KEPT_SEGMENTS = frozenset({0xE0, 0xE2, 0xEE})
"""How to show the colours: JFIF, the profile, and Adobe's own mark. The other applications' parts go."""
PICTURE, COMMENT, FIRST_OF_APPLICATIONS, LAST_OF_APPLICATIONS = 0xDA, 0xFE, 0xE0, 0xEF
MOST_SEGMENTS = 20_000


def without_notes(photo: bytes) -> bytes:
    """Returns the same picture, not decoded; what does not look like a JPEG is returned as it is."""
    if not photo.startswith(b"\xff\xd8"):
        return photo
    kept, place = [photo[:2]], 2
    for _ in range(MOST_SEGMENTS):
        if place + 4 > len(photo) or photo[place] != 0xFF:
            return photo
        marker, length = photo[place + 1], int.from_bytes(photo[place + 2 : place + 4], "big")
        if marker == PICTURE:
            return b"".join([*kept, photo[place:]])
        segment = photo[place : place + 2 + length]
        is_note = FIRST_OF_APPLICATIONS <= marker <= LAST_OF_APPLICATIONS and marker not in KEPT_SEGMENTS
        if not is_note and marker != COMMENT:
            kept.append(segment)
        place += 2 + max(length, 2)
    return photo
