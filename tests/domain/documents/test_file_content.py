from __future__ import annotations

import random
import struct
import time
import zlib

import pytest
import typst

from helsebro.documents.file_content import MOST_BYTES, fault_in

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"


def pdf(middle: bytes) -> bytes:
    return PDF.replace(b"trailer", middle + b"\ntrailer")


def packed(words: bytes) -> bytes:
    held = zlib.compress(words)
    return b"2 0 obj << /Type /ObjStm /Filter /FlateDecode >>\nstream\n" + held + b"\nendstream endobj"


def png(width: int = 20, height: int = 10, end: bytes = b"IEND\xaeB`\x82") -> bytes:
    header = b"\x00\x00\x00\rIHDR" + struct.pack(">II", width, height) + b"\x08\x02\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + header + bytes(8) + end


def jpeg(width: int = 20, height: int = 10, after: bytes = b"", end: bytes = b"\xff\xd9") -> bytes:
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(10)
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame + b"\xff\xda\x00\x02" + bytes(40) + end + after


HEIC = b"\x00\x00\x00\x18ftypheic" + bytes(8) + b"\x00\x00\x00\x08meta" + b"\x00\x00\x00\x08mdat"


@pytest.mark.parametrize(
    "content, content_type",
    [
        (PDF, "application/pdf"),
        (PDF[:-6], "application/pdf"),
        (b"%PDF-1.4\nHenvisning til fysioterapi\n%%EOF", "application/pdf"),
        (pdf(packed(b"<< /Type /Page >>")), "application/pdf"),
        (typst.compile(b"= Henvisning\nAnamnese, Socialt, Objektive fund"), "application/pdf"),
        (pdf(b"<< /Type /XObject >>\nstream\n/JavaScript /Encrypt /JS \nendstream"), "application/pdf"),
        (pdf(b"<< /JSON 1 /Launcher 2 /Encryption 3 >>"), "application/pdf"),
        (png(), "image/png"),
        (jpeg(), "image/jpeg"),
        (jpeg(after=b"what a phone adds"), "image/jpeg"),
        (HEIC, "image/heic"),
    ],
)
def test_a_good_file_is_accepted(content: bytes, content_type: str) -> None:
    assert fault_in(content, content_type) is None


@pytest.mark.parametrize(
    "content, content_type, fault",
    [
        (b"", "application/pdf", "file-empty"),
        (PDF + bytes(MOST_BYTES), "application/pdf", "file-too-large"),
        (b"MZ\x90\x00" + PDF, "application/pdf", "content-type-differs"),
        (b" " + PDF, "application/pdf", "content-type-differs"),
        (PDF, "image/png", "content-type-differs"),
        (png(), "image/jpeg", "content-type-differs"),
        (jpeg(), "image/png", "content-type-differs"),
        (b"\x00\x00\x00\x14ftypqt  " + bytes(40), "image/heic", "content-type-differs"),
        (b"GIF89a" + bytes(40), "image/png", "content-type-differs"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", "content-type-differs"),
        (b"\xff\xfe<\x00?\x00x\x00m\x00l\x00", "application/pdf", "content-type-differs"),
        (PDF, "text/html", "content-type-differs"),
        (pdf(b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"), "application/pdf",
         "file-harmful"),
        (PDF + b"PK\x05\x06" + bytes(18), "application/pdf", "file-with-another-inside"),
        (jpeg(after=b"<script>alert(1)</script>"), "image/jpeg", "file-with-another-inside"),
        (jpeg(after=b"PK\x05\x06" + bytes(18)), "image/jpeg", "file-with-another-inside"),
        (jpeg(after=PDF), "image/jpeg", "file-with-another-inside"),
        (png(end=b"<SVG onload=x>IEND"), "image/png", "file-with-another-inside"),
        (pdf(b"<< /Encrypt 5 0 R >>"), "application/pdf", "pdf-encrypted"),
        (pdf(b"<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"), "application/pdf", "pdf-active"),
        (pdf(b"<< /S /J#61vaScript >>"), "application/pdf", "pdf-active"),
        (pdf(b"<< /S /Launch /F (cmd.exe) >>"), "application/pdf", "pdf-active"),
        (pdf(b"<< /Names << /EmbeddedFiles 7 0 R >> >>"), "application/pdf", "pdf-active"),
        (pdf(packed(b"<< /S /JavaScript >>")), "application/pdf", "pdf-active"),
        (pdf(packed(bytes(40 * 1024 * 1024))), "application/pdf", "file-harmful"),
        (png(end=b""), "image/png", "file-incomplete"),
        (png(0, 10), "image/png", "file-incomplete"),
        (png(60_000, 60_000), "image/png", "picture-too-large"),
        (jpeg(end=b""), "image/jpeg", "file-incomplete"),
        (jpeg(65_000, 65_000), "image/jpeg", "picture-too-large"),
        (b"\xff\xd8\xff\xe0\x00\x00" * 20, "image/jpeg", "file-incomplete"),
        (HEIC[:-4], "image/heic", "file-incomplete"),
    ],
)  # fmt: skip
def test_a_bad_file_is_rejected_with_the_reason(content: bytes, content_type: str, fault: str) -> None:
    assert fault_in(content, content_type) == fault


@pytest.mark.parametrize(
    "content, content_type",
    [
        (PDF[:9] + b"stream" * 1_600_000 + PDF[9:], "application/pdf"),
        (PDF[:9] + b"stream endstream " * 550_000 + PDF[9:], "application/pdf"),
        (PDF[:9] + b"#41" * 3_200_000 + PDF[9:], "application/pdf"),
        (pdf(packed(bytes(16 * 1024 * 1024)) * 3), "application/pdf"),
        (b"\xff\xd8" + b"\xff\xe0\x00\x02" * 2_500_000, "image/jpeg"),
        (b"\xff\xd8" + b"\xff" * 10_000_000, "image/jpeg"),
    ],
)
def test_no_file_takes_long_to_check(content: bytes, content_type: str) -> None:
    began = time.process_time()
    fault_in(content, content_type)
    assert time.process_time() - began < 2, "promise 18"


def test_a_truncated_file_never_raises_an_exception() -> None:
    dice = random.Random(7)
    for whole, content_type in ((png(), "image/png"), (jpeg(), "image/jpeg"), (HEIC, "image/heic")):
        for length in range(len(whole)):
            assert fault_in(whole[:length], content_type)
        for _ in range(200):
            noisy = bytearray(whole)
            noisy[dice.randrange(len(noisy))] = dice.randrange(256)
            fault_in(bytes(noisy), content_type)
