"""Whether a clean copy is inert: read by another library than the one that wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PdfReadError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from tests.promises.uploads.paper import EVIL, PDF

ACTIVE = frozenset(
    "/OpenAction /AA /JS /JavaScript /Launch /URI /GoToR /GoToE /SubmitForm /ImportData /Movie /Sound /Next "
    "/EmbeddedFiles /EF /AF /RichMedia /Collection /XFA /AcroForm /Names /Annots /Metadata /PieceInfo "
    "/Outlines /Encrypt /Info /Ref /OPI /Thumb".split()
)
ACTIONS = frozenset(
    "/JavaScript /Launch /URI /GoToR /GoToE /SubmitForm /ImportData /Movie /Sound /Rendition".split()
)


def left_in(content: bytes, content_type: str) -> list[str]:
    """Returns what is left in a file that acts, links, embeds, or tells more than the paper."""
    other = [name for name in (b"pk\x05\x06", b"<script", b"<?php", EVIL) if name in content.lower()]
    found = [str(name) for name in other]
    if content_type == PDF:
        try:
            return [*found, *_left_in_pdf(content)]
        except PdfReadError:
            return [*found, "what cannot be read"]
    try:
        return [*found, *_left_in_picture(content)]
    except UnidentifiedImageError:
        return [*found, "what few programs show"]


def _left_in_picture(content: bytes) -> list[str]:
    with Image.open(BytesIO(content), formats=["JPEG", "PNG"]) as picture:
        picture.load()
        notes = set(picture.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"}
        return [*sorted(map(str, notes)), *(["exif"] if picture.getexif() else [])]


def _left_in_pdf(content: bytes) -> Iterator[str]:
    reader = PdfReader(BytesIO(content), strict=False)
    yield from sorted(ACTIVE.intersection(reader.trailer))
    waiting: list[Any] = [reader.trailer]
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, IndirectObject):
            if part.idnum in seen:
                continue
            seen.add(part.idnum)
            part = part.get_object()
        yield from _left_in_part(part)
        if isinstance(part, DictionaryObject):
            waiting += part.values()
        elif isinstance(part, ArrayObject):
            waiting += list(part)


def _left_in_part(part: Any) -> Iterator[str]:
    if isinstance(part, DictionaryObject):
        yield from sorted(ACTIVE.intersection(part))
        if part.get("/S") in ACTIONS:
            yield f"an action {part['/S']}"
        if isinstance(part, StreamObject):
            if "/F" in part:
                yield "a stream of another file"
            if part.get("/Subtype") != "/Image" and EVIL in part.get_data():
                yield "evil in a stream"
            if part.get("/Subtype") == "/Image" and EVIL in part._data:
                yield "evil in a picture"
    elif EVIL.decode() in str(part):
        yield "evil in a text"
