"""Honest papers whose pages say how they are turned, as libraries and scanners write it."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.promises.uploads import pdfs, pictures
from tests.promises.uploads.paper import Sheet

TURNS = (0, 90, 180, 270)
DRAWN = b"1 0 0 1 0 0 cm BT 1 0 0 1 20 300 Tm /F1 12 Tf 14.4 TL (Henvisning til fysioterapi) Tj T* ET"
OF_REPORTS = b"""%%PDF-1.3
%%\x93\x8c\x8b\x9e made by a library for reports
1 0 obj
<< /F1 2 0 R >>
endobj
2 0 obj
<< /BaseFont /Helvetica /Encoding /WinAnsiEncoding /Name /F1 /Subtype /Type1 /Type /Font >>
endobj
3 0 obj
<< /Contents 7 0 R /MediaBox [ 0 0 595.2756 841.8898 ] /Parent 6 0 R /Resources <<
/Font 1 0 R /ProcSet [ /PDF /Text /ImageB /ImageC /ImageI ] >> /Rotate %d /Trans << >> /Type /Page >>
endobj
4 0 obj
<< /PageMode /UseNone /Pages 6 0 R /Type /Catalog >>
endobj
5 0 obj
<< /Author (anonymous) /Producer (a library) /Trapped /False >>
endobj
6 0 obj
<< /Count 1 /Kids [ 3 0 R ] /Type /Pages >>
endobj
7 0 obj
<< /Filter [ /ASCII85Decode /FlateDecode ] /Length %d >>
stream
%s
endstream
endobj
trailer
<< /Info 5 0 R /Root 4 0 R /Size 8 >>
%%%%EOF
"""


def of_a_report(turn: int) -> bytes:
    """Returns a PDF of a library for reports: every page says how it is turned, also by 0 degrees."""
    drawn = base64.a85encode(zlib.compress(DRAWN)) + b"~>"
    return OF_REPORTS % (turn, len(drawn), drawn)


def of_a_scanner(turn: int, *, inherited: bool = False) -> bytes:
    """Returns a scanned page, turned by itself or by the branch of the tree of pages that holds it."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        photo = made.make_stream(pictures.written(pictures.photo(620, 877, "L"), "JPEG"))
        photo.Type, photo.Subtype, photo.Filter = Name.XObject, Name.Image, Name.DCTDecode
        photo.Width, photo.Height, photo.ColorSpace, photo.BitsPerComponent = 620, 877, Name.DeviceGray, 8
        page.Contents = made.make_stream(b"q 300 0 0 400 0 0 cm /Im0 Do Q")
        page.Resources = Dictionary(XObject=Dictionary(Im0=photo))
        place = made.Root.Pages if inherited else page
        place.Rotate = turn

    return pdfs.pdf(change)


def with_all_from_its_branch() -> bytes:
    """Returns a page that has its size, its turn and its fonts from the branch that holds it."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        branch = made.Root.Pages
        branch.Rotate, branch.MediaBox, branch.CropBox = 270, page.MediaBox, page.MediaBox
        branch.Resources = page.Resources
        del page.MediaBox, page.Resources

    return pdfs.pdf(change)


def turned_papers() -> Iterator[Sheet]:
    """Yields every paper that says how its page is turned, and those with other numbers in their pages."""
    for turn in TURNS:
        yield Sheet(f"a report turned by {turn}", of_a_report(turn))
        yield Sheet(f"a scan turned by {turn}", of_a_scanner(turn))
        yield Sheet(f"a scan turned by {turn} with its branch", of_a_scanner(turn, inherited=True))
    yield Sheet("a page with all from its branch", with_all_from_its_branch())
    yield Sheet(
        "a turn in an object of its own", pdfs.page_having(Rotate=lambda made: made.make_indirect(90))
    )
    yield Sheet("a page of large units", pdfs.page_having(UserUnit=Decimal("1.5"), Tabs=Name.S, Dur=5))
    yield Sheet(
        "a page with boxes for print", pdfs.page_having(**dict.fromkeys(BOXES, Array([0, 0, 300, 400])))
    )
    nothing = pdfs.by_hand().replace(b"/Parent 2 0 R", b"/Parent 2 0 R /Rotate null /Group null")
    yield Sheet("a page with entries of nothing", nothing)


BOXES = ("CropBox", "BleedBox", "TrimBox", "ArtBox")
