"""File name: the name under which a reader saves a document, whose ending fits the bytes (F4-39).

A photo that came as HEIC is kept as JPEG. With the ending of the file that was sent, a program would take it
for what it is not.
"""

from __future__ import annotations

from collections.abc import Mapping

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "application/pdf": ("pdf",),
    "image/jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "image/png": ("png",),
    "image/heic": ("heic", "heif", "hif"),
}
"""The endings that fit a content type; the first is given to a name that has none of them."""
OF_PAPERS = frozenset(ending for endings in ENDINGS.values() for ending in endings)
AT_THE_END = " .\t\r\n\u00a0"
"""What programs drop from the end of a name, so that no ending hides before it."""
NAMELESS = "document"


def saved_name(file_name: str, content_type: str) -> str:
    """Returns the person's own name for a file, with an ending that fits its content type.

    An ending that fits stays as it is written, that of another kind of paper is replaced, and after anything
    else the ending is added.
    """
    fitting = ENDINGS[content_type]
    bare = file_name.rstrip(AT_THE_END) or NAMELESS
    stem, _, ending = bare.rpartition(".")
    if stem and ending.casefold() in fitting:
        return bare
    kept = stem if stem and ending.casefold() in OF_PAPERS else bare
    return f"{kept}.{fitting[0]}"
