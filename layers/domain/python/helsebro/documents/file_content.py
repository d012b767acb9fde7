"""File content: whether a file is of its declared type and harmless to the person who opens it (promise 18).

Papers come as PDF or as a photo (F4-40); a live photo is a video and is rejected. A file must pass every
check. The checks open and run nothing, and their time grows only in proportion to the file's length.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from helsebro.documents import image_content, pdf_content

MOST_BYTES = 10 * 1024 * 1024
"""10 MB, the size of the largest file."""

SIGNATURES: Mapping[str, Callable[[bytes], bool]] = {
    "application/pdf": lambda content: content.startswith(b"%PDF-"),
    "image/jpeg": lambda content: content.startswith(b"\xff\xd8\xff"),
    "image/png": lambda content: content.startswith(b"\x89PNG\r\n\x1a\n"),
    "image/heic": lambda content: content[4:8] == b"ftyp" and content[8:12] in image_content.HEIC_BRANDS,
}
"""A check of the first bytes for each accepted content type."""

CONTENT_TYPES = tuple(SIGNATURES)
ZIP_END = b"PK\x05\x06"
ZIP_TAIL = 22 + 65_535
"""An archive at the end of any file can be read; its last record lies within this many bytes of the end."""
SCRIPT_MARKS = (b"<script", b"<!doctype html", b"<html", b"<svg", b"<?php")
TEST_VIRUS = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


def fault_in(content: bytes, content_type: str) -> str | None:
    """Returns why a file of this declared type is rejected, or None when it is accepted.

    One of ``file-empty``, ``file-too-large``, ``content-type-differs``, ``file-harmful``,
    ``file-with-another-inside``, ``file-incomplete``, ``pdf-encrypted``, ``pdf-active``,
    ``picture-too-large``.
    """
    if not content:
        return "file-empty"
    if len(content) > MOST_BYTES:
        return "file-too-large"
    is_of_type = SIGNATURES.get(content_type)
    if is_of_type is None or not is_of_type(content):
        return "content-type-differs"
    if TEST_VIRUS in content:
        return "file-harmful"
    is_pdf = content_type == "application/pdf"
    if _holds_another(content, SCRIPT_MARKS if is_pdf else (*SCRIPT_MARKS, b"%pdf-")):
        return "file-with-another-inside"
    return pdf_content.fault_in(content) if is_pdf else image_content.fault_in(content, content_type)


def _holds_another(content: bytes, marks: tuple[bytes, ...]) -> bool:
    """Whether the file is of two types at once: the one we check, and one that another program would read."""
    if ZIP_END in content[-ZIP_TAIL:]:
        return True
    head_and_tail = (content[:4096] + content[-4096:]).lower()
    return any(mark in head_and_tail for mark in marks)
