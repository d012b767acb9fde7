"""File content: whether a file is of the type it was announced as, before it is written anew (promise 18).

Papers come as PDF or as a photo (F4-40); a live photo is a video and is rejected. Only the first bytes decide
here: what else a file holds does not matter, because no byte of it is kept as it was sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from helsebro.documents.rejection import RejectionReason

MOST_BYTES = 10 * 1024 * 1024
"""10 MB, the size of the largest file that is taken."""
MOST_KEPT_BYTES = 2 * MOST_BYTES
"""The size of the largest clean copy: what is written anew may be a little larger than what was sent."""

HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
BEFORE_A_PDF = b"\xef\xbb\xbf\x00\t\n\x0c\r "
"""A mark of the text's encoding and white space: programs write them before the first line, and readers skip
them."""

SIGNATURES: Mapping[str, Callable[[bytes], bool]] = {
    "application/pdf": lambda content: content[:1024].lstrip(BEFORE_A_PDF).startswith(b"%PDF-"),
    "image/jpeg": lambda content: content.startswith(b"\xff\xd8\xff"),
    "image/png": lambda content: content.startswith(b"\x89PNG\r\n\x1a\n"),
    "image/heic": lambda content: content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS,
}
"""A check of the first bytes for each content type that is taken."""

CONTENT_TYPES = tuple(SIGNATURES)
OTHER_NAMES: Mapping[str, str] = {
    "application/x-pdf": "application/pdf",
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/heif": "image/heic",
}
"""What browsers and phones also call these types."""


def type_named(name: str) -> str | None:
    """Returns the content type that a client's name for it means, in any case; None when it is not taken."""
    plain = name.split(";")[0].strip().lower()
    known = OTHER_NAMES.get(plain, plain)
    return known if known in SIGNATURES else None


def fault_in(content: bytes, content_type: str) -> RejectionReason | None:
    """Returns ``file-empty``, ``file-too-large``, ``content-type-differs``, or None."""
    if not content:
        return "file-empty"
    if len(content) > MOST_BYTES:
        return "file-too-large"
    is_of_type = SIGNATURES.get(content_type)
    return None if is_of_type is not None and is_of_type(content) else "content-type-differs"
