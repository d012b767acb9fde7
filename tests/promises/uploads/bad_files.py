"""Files of another type than they say, damaged ones, and bombs: none of them can be written anew."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from pikepdf import Array, Dictionary, Name

from helsebro.documents.file_content import MOST_BYTES
from tests.promises.uploads import good_papers, pdfs, pictures
from tests.promises.uploads.paper import EVIL, HEIC, JPEG, PDF, PNG, Sheet

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PROGRAM = b"MZ\x90\x00" + bytes(200) + EVIL
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='fetch(\"//" + EVIL + b"\")'/>"
PAGE = b"<!doctype html><script src='//" + EVIL + b"'></script>"
OTHER_FILE = b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
LAUGHS = b"<!DOCTYPE a [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY a%d '&a%d;&a%d;'>" % (n + 1, n, n) for n in range(30)
)
QUADRATIC = b"<!DOCTYPE a [<!ENTITY a '" + b"x" * 50_000 + b"'>]><a>" + b"&a;" * 50_000 + b"</a>"
BOXES = b"\x00\x00\x00\x18ftypheic" + bytes(12) + b"\0\0\0\x08meta\0\0\0\x08mdat"
NO_PAGES = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>"
DIFFERS, DAMAGED, HARMFUL = "content-type-differs", "file-incomplete", "file-harmful"
LOCKED, TOO_LARGE, COMPLEX = "pdf-encrypted", "picture-too-large", "file-too-complex"


def archive(name: str, content: bytes) -> bytes:
    """Returns a ZIP archive of one file."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return file.getvalue()


def of_another_type() -> list[Sheet]:
    """Returns files whose first bytes are not those of their type."""
    zipped = archive("word/document.xml", EVIL)
    return [
        *(Sheet(f"a program as {kind}", PROGRAM, kind, DIFFERS) for kind in (PDF, JPEG, PNG, HEIC)),
        *(Sheet(f"a PDF as {kind}", pdfs.pdf(), kind, DIFFERS) for kind in (JPEG, PNG, HEIC)),
        *(Sheet(f"an SVG as {kind}", SVG, kind, DIFFERS) for kind in (PDF, JPEG, PNG)),
        Sheet("a PNG as JPEG", pictures.png(), JPEG, DIFFERS),
        Sheet("a PNG as PDF", pictures.png(), PDF, DIFFERS),
        Sheet("a JPEG as PNG", pictures.jpeg(), PNG, DIFFERS),
        Sheet("a JPEG as HEIC", pictures.jpeg(), HEIC, DIFFERS),
        *(
            Sheet(f"a {kind} as PNG", pictures.written(pictures.photo(), kind), PNG, DIFFERS)
            for kind in ("GIF", "WEBP", "BMP", "TIFF")
        ),
        Sheet("an SVG in UTF-16", SVG.decode().encode("utf-16"), PNG, DIFFERS),
        Sheet("a page", PAGE, PDF, DIFFERS),
        Sheet("a page in UTF-7", PAGE.decode().encode("utf-7"), PDF, DIFFERS),
        Sheet("a page in UTF-16", PAGE.decode().encode("utf-16"), PDF, DIFFERS),
        Sheet("an XML that reads another file", OTHER_FILE, PDF, DIFFERS),
        Sheet("a billion laughs", LAUGHS, PDF, DIFFERS),
        Sheet("a quadratic XML", QUADRATIC, PDF, DIFFERS),
        Sheet("a Word file", zipped, PDF, DIFFERS),
        Sheet("a ZIP", zipped, PNG, DIFFERS),
        Sheet("a bomb of a ZIP", archive("a", bytes(50_000_000)), PDF, DIFFERS),
        Sheet("a PostScript", b"%!PS-Adobe-3.0\n(" + EVIL + b") run", PDF, DIFFERS),
        Sheet("an RTF", b"{\\rtf1 " + EVIL, PDF, DIFFERS),
        Sheet("a script", b"#!/bin/sh\ncurl " + EVIL, PDF, DIFFERS),
        Sheet("a program before a PDF", b"MZ\x90\x00" + pdfs.pdf(), PDF, DIFFERS),
        Sheet("a page before a PDF", PAGE + pdfs.pdf(), PDF, DIFFERS),
        Sheet("a live photo", b"\x00\x00\x00\x14ftypqt  " + bytes(400), HEIC, DIFFERS),
        Sheet("an AVIF", b"\x00\x00\x00\x1cftypavif" + bytes(400), HEIC, DIFFERS),
        Sheet("nothing", b"", PDF, "file-empty"),
        Sheet("10 MB and a byte", pdfs.pdf() + bytes(MOST_BYTES), PDF, "file-too-large"),
    ]


def infected() -> list[Sheet]:
    """Returns files with the harmless test virus, which the scan finds wherever it is."""
    return [
        Sheet("the test virus", EICAR, PDF, HARMFUL),
        Sheet("the test virus in a PDF", pdfs.by_hand(b"% " + EICAR + b"\n"), PDF, HARMFUL),
        Sheet("the test virus packed in a PDF", pdfs.by_hand() + zlib.compress(EICAR), PDF, HARMFUL),
        Sheet("the test virus behind a photo", pictures.jpeg() + EICAR, JPEG, HARMFUL),
        Sheet("the test virus in a ZIP behind a PDF", pdfs.pdf() + archive("a", EICAR), PDF, HARMFUL),
    ]


def damaged_pictures() -> list[Sheet]:
    """Returns pictures that cannot be decoded, or are far larger than their files."""
    deflated = pdfs.bomb(40)
    return [
        Sheet("a JPEG without its end", pictures.jpeg()[:400], JPEG, DAMAGED),
        Sheet("a PNG without its end", pictures.png()[:80], PNG, DAMAGED),
        Sheet("the head of a PNG", pictures.png_of(9, 9)[:33], PNG, DAMAGED),
        Sheet("a PNG without pixels", pictures.png_of(9, 9), PNG, DAMAGED),
        Sheet("a PNG of no width", pictures.png_of(0, 9), PNG, DAMAGED),
        Sheet("a PNG of garbage", pictures.png_of(90, 90, pixels=b"garbage" * 90), PNG, DAMAGED),
        Sheet("a PNG of 60,000 pixels squared", pictures.png_of(60_000, 60_000), PNG, TOO_LARGE),
        Sheet("a PNG bomb", pictures.png_of(30_000, 30_000, pixels=deflated), PNG, TOO_LARGE),
        Sheet("a PNG with a bomb of a text", pictures.with_chunk(b"zTXt", b"a\0\0" + deflated), PNG, DAMAGED),
        Sheet("a JPEG of 65,000 pixels squared", pictures.jpeg_said_to_be(65_000, 65_000), JPEG, TOO_LARGE),
        Sheet("a JPEG of parts only", b"\xff\xd8" + b"\xff\xe0\x00\x02" * 500_000, JPEG, DAMAGED),
        Sheet("a JPEG of marks only", b"\xff\xd8" + b"\xff" * 1_000_000, JPEG, DAMAGED),
        Sheet("a HEIC of 65,535 pixels squared", pictures.heic_said_to_be(65_535, 65_535), HEIC, TOO_LARGE),
        Sheet("a HEIC of 20 bytes", b"\x00\x00\x00\x14ftypheic" + bytes(8), HEIC, DAMAGED),
        Sheet("a HEIC without its end", pictures.heic()[:300], HEIC, DAMAGED),
        Sheet("a HEIC of boxes only", BOXES, HEIC, DAMAGED),
    ]


def unreadable_pdfs() -> list[Sheet]:
    """Returns PDFs that are locked, damaged, or made to keep a reader busy."""
    flate = Name.FlateDecode
    return [
        Sheet("a PDF with a password", pdfs.locked("secret"), PDF, LOCKED),
        Sheet("a PDF that may not be printed", pdfs.locked(""), PDF, LOCKED),
        Sheet("the head of a PDF", b"%PDF-1.7\n", PDF, DAMAGED),
        Sheet("a PDF of text only", b"%PDF-1.4\nHenvisning\n%%EOF", PDF, DAMAGED),
        Sheet("a PDF without pages", NO_PAGES, PDF, DAMAGED),
        Sheet("a PDF of 301 pages", good_papers.many_pages(301), PDF, "pdf-too-long"),
        Sheet("a PDF with a bomb", pdfs.drawing(pdfs.bomb(90), flate), PDF, HARMFUL),
        Sheet("a bomb in a bomb", pdfs.drawing(pdfs.bomb(90, 2), Array([flate, flate])), PDF, HARMFUL),
        Sheet("a PDF with five filters", pdfs.drawing(pdfs.bomb(1, 5), Array([flate] * 5)), PDF, HARMFUL),
        Sheet("a PDF with a filter of its own", pdfs.drawing(b"x", Name("/Evil")), PDF, DAMAGED),
        Sheet("a PDF with a picture of 60,000 pixels squared", huge_picture(), PDF, TOO_LARGE),
        Sheet("a PDF with 6,000 notes", many_notes(6_000), PDF, COMPLEX),
        Sheet("a PDF of 120,000 parts", many_parts(120_000), PDF, COMPLEX),
    ]


def huge_picture() -> bytes:
    """Returns a PDF with a picture far larger than its file."""

    def change(made: pikepdf.Pdf, page: Dictionary) -> None:
        picture = pikepdf.Stream(made, b"")
        picture.write(pdfs.bomb(1), filter=Name.FlateDecode)
        picture.Subtype, picture.Width, picture.Height = Name.Image, 60_000, 60_000
        page.Resources.XObject = Dictionary(Im=made.make_indirect(picture))

    return pdfs.pdf(change)


def many_notes(count: int) -> bytes:
    """Returns a PDF with as many notes."""

    def change(made: pikepdf.Pdf, page: Dictionary) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
        page.Annots = Array([made.make_indirect(note)] * count)

    return pdfs.pdf(change)


def many_parts(count: int) -> bytes:
    """Returns a PDF whose page needs as many objects."""

    def change(_: pikepdf.Pdf, page: Dictionary) -> None:
        page.Group = Dictionary(S=Name.Transparency, Evil=Array([Array()] * count))

    return pdfs.pdf(change)


def bad_files() -> list[Sheet]:
    """Returns every file that is rejected."""
    return [*of_another_type(), *infected(), *damaged_pictures(), *unreadable_pdfs()]
