from __future__ import annotations

import pytest

from helsebro.documents.file_content import CONTENT_TYPES, MOST_BYTES, fault_in, type_named

PDF, PNG, JPEG = b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"
HEIC = b"\x00\x00\x00\x18ftypheic"


@pytest.mark.parametrize(
    "content, content_type",
    [
        (PDF, "application/pdf"),
        (b"\r\n" + PDF, "application/pdf"),
        (b"\xef\xbb\xbf" + PDF, "application/pdf"),
        (PDF + bytes(MOST_BYTES - len(PDF)), "application/pdf"),
        (PNG, "image/png"),
        (JPEG, "image/jpeg"),
        (HEIC, "image/heic"),
        (HEIC.replace(b"heic", b"mif1"), "image/heic"),
    ],
)
def test_the_first_bytes_are_those_of_the_type(content: bytes, content_type: str) -> None:
    assert fault_in(content, content_type) is None


@pytest.mark.parametrize(
    "content, content_type, fault",
    [
        (b"", "application/pdf", "file-empty"),
        (PDF + bytes(MOST_BYTES), "application/pdf", "file-too-large"),
        (b"MZ" + PDF, "application/pdf", "content-type-differs"),
        (PDF, "image/png", "content-type-differs"),
        (HEIC.replace(b"heic", b"qt  "), "image/heic", "content-type-differs"),
        (PDF, "text/html", "content-type-differs"),
    ],
)
def test_another_type_is_a_fault(content: bytes, content_type: str, fault: str) -> None:
    assert fault_in(content, content_type) == fault


@pytest.mark.parametrize(
    "name, content_type",
    [
        *((content_type, content_type) for content_type in CONTENT_TYPES),
        ("Image/JPEG", "image/jpeg"),
        ("image/jpg", "image/jpeg"),
        ("image/heif", "image/heic"),
        ("application/x-pdf", "application/pdf"),
        ("application/pdf; charset=binary", "application/pdf"),
        ("image/svg+xml", None),
        ("video/quicktime", None),
        ("", None),
    ],
)
def test_a_type_has_several_names(name: str, content_type: str | None) -> None:
    assert type_named(name) == content_type
