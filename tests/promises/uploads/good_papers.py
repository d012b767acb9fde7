"""Honest papers, each of which must be accepted: as programs, scanners, portals and phones make them.

They imitate the structure of such files; none is a real person's.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name
from PIL import ImageCms

from tests.promises.uploads import pdfs, pictures, turned_papers
from tests.promises.uploads.paper import HEIC, JPEG, PNG, Sheet

WHOLE = "Anamnese: vred om i knæet. Socialt: bor alene. Objektive fund: hævelse. Sagt til patienten: ro."
REFERRAL = typst.compile(f"#set document(title: [Lægens brev])\n= Henvisning\n{WHOLE}".encode())
DESCRIPTION = (
    b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
    b"xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>"
)
PART = typst.compile("= Henvisning\nAnamnese: vred om i knæet på arbejde for to uger siden.".encode())


def titled(title: str) -> bytes:
    """Returns a PDF with a title, as Word writes it."""

    def change(made: pikepdf.Pdf, _: Any) -> None:
        made.docinfo = made.make_indirect(Dictionary(Title=title, Producer="Microsoft: Print To PDF"))

    return pdfs.pdf(change)


def scanned(kind: str, pages: int = 2) -> bytes:
    """Returns the PDF of a scanner: a picture a page, in two colours, in grey or as JPEG."""
    first, *others = [pictures.photo(620, 877, kind) for _ in range(pages)]
    return pictures.written(first, "PDF", save_all=True, append_images=others)


def filled_form(value: str) -> bytes:
    """Returns a form that was filled in, whose reader shall draw the value."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        font = made.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
            )
        )
        field = made.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Widget,
                FT=Name.Tx,
                T="besked",
                V=pikepdf.String(value),
                DA="/Helv 12 Tf 0 g",
                F=4,
                Rect=Array([20, 100, 280, 130]),
            )
        )
        page.Annots = Array([field])
        made.Root.AcroForm = Dictionary(
            Fields=Array([field]),
            NeedAppearances=True,
            DA="/Helv 12 Tf 0 g",
            DR=Dictionary(Font=Dictionary(Helv=font)),
        )

    return pdfs.pdf(change)


def saved_by_word() -> bytes:
    """Returns a letter as Word saves it: marked for screen readers, with a description and a link."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        made.Root.Lang, made.Root.MarkInfo = "da-DK", Dictionary(Marked=True)
        made.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        made.Root.StructTreeRoot = made.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([])))
        made.Root.Metadata = made.make_stream(DESCRIPTION)
        made.docinfo = made.make_indirect(Dictionary(Author="Åse Ærø", Creator="Microsoft\u00ae Word"))
        page.StructParents, page.Tabs = 0, Name.S
        page.Annots = Array([made.make_indirect(_link("mailto:klinik@example.org"))])

    return pdfs.pdf(change, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def printed_by_browser() -> bytes:
    """Returns a health portal's page as a browser prints it: with its links and an outline."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        made.docinfo = made.make_indirect(Dictionary(Creator="Chromium", Producer="Skia/PDF m131"))
        page.Annots = Array([made.make_indirect(_link("https://www.sundhed.dk/borger/min-side/"))])
        with made.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Henvisning", 0))

    return pdfs.pdf(change)


def printed_by_mac() -> bytes:
    """Returns a print of a Mac: PDF 1.3, with a colour profile and the lengths in objects of their own."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        made.docinfo = made.make_indirect(Dictionary(Producer="macOS Version 14.6 Quartz PDFContext"))
        profile = made.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
        profile.N, profile.Alternate = 3, Name.DeviceRGB
        page.Resources.ColorSpace = Dictionary(Cs1=Array([Name.ICCBased, made.make_indirect(profile)]))
        page.Resources.ProcSet = Array([Name.PDF, Name.Text])
        drawn = page.Contents.read_bytes()
        page.Contents = made.make_stream(b"q /Cs1 cs 0 0 0 sc " + drawn + b" Q")

    return pdfs.pdf(change, force_version="1.3")


def _link(address: str) -> Dictionary:
    action = Dictionary(S=Name.URI, URI=address)
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([20, 290, 280, 320]), A=action)


def saved_twice(content: bytes) -> bytes:
    """Returns a PDF with a change at its end, as a program that signs or comments saves it."""
    again = b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 500] >>\nendobj\n"
    return content + again + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def many_pages(count: int) -> bytes:
    """Returns a long journal."""
    made = pikepdf.new()
    for _ in range(count):
        made.add_blank_page(page_size=(595, 842))
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def good_papers() -> list[Sheet]:
    """Returns every honest paper."""
    return [
        Sheet("a doctor's letter with marks for screen readers", REFERRAL),
        Sheet("a print of a health portal", PART),
        Sheet("a letter saved by Word", saved_by_word()),
        Sheet("a page printed by a browser", printed_by_browser()),
        Sheet("a print of a Mac", printed_by_mac()),
        Sheet("a title with a name of code in it", titled("(Henvisning, vores ref. 2026-123/JS)")),
        Sheet("a title with the word of encryption", titled("Journal /Encrypt /JavaScript /Launch")),
        Sheet("a line break before the head", b"\r\n" + pdfs.pdf()),
        Sheet("a mark of the encoding before the head", b"\xef\xbb\xbf" + pdfs.pdf()),
        Sheet("a PDF without its last lines", pdfs.pdf()[:-40]),
        Sheet("a PDF without a table", pdfs.by_hand()),
        Sheet("a PDF that was saved twice", saved_twice(pdfs.by_hand())),
        Sheet("a PDF for the web", pdfs.pdf(linearize=True)),
        Sheet("a PDF with packed objects", pdfs.pdf(object_stream_mode=pikepdf.ObjectStreamMode.generate)),
        Sheet("a PDF with lines of mixed ends", pdfs.pdf().replace(b"endobj\n", b"endobj\r\n")),
        Sheet("a form that was filled in", filled_form("Ærlig søn på båd")),
        Sheet("a scan in two colours", scanned("1")),
        Sheet("a scan in grey", scanned("L")),
        Sheet("a scan in colour", scanned("RGB")),
        *turned_papers.turned_papers(),
        Sheet("a journal of 300 pages", many_pages(300)),
        Sheet("a photo", pictures.jpeg(), JPEG),
        Sheet("a photo held upright", pictures.jpeg(exif=pictures.notes(6)), JPEG),
        Sheet("a photo that loads in steps", pictures.jpeg(progressive=True), JPEG),
        Sheet("a photo in grey", pictures.written(pictures.photo(mode="L"), "JPEG"), JPEG),
        Sheet("a photo for print", pictures.written(pictures.photo(mode="CMYK"), "JPEG"), JPEG),
        Sheet("a photo with two pictures", pictures.written(pictures.photo(), "MPO"), JPEG),
        Sheet("a photo of many pixels", pictures.written(pictures.photo(5000, 3000), "JPEG"), JPEG),
        Sheet("a photo with what a phone adds", pictures.jpeg() + b"SEFT of a phone", JPEG),
        *(Sheet(f"a screenshot in {mode}", pictures.png(mode), PNG) for mode in ("1", "L", "P", "RGB")),
        *(Sheet(f"a screenshot with holes in {mode}", pictures.png(mode), PNG) for mode in ("LA", "RGBA")),
        Sheet("a scan in deep grey", pictures.written(pictures.photo(mode="I;16"), "PNG"), PNG),
        Sheet("a phone's photo", pictures.heic(exif=pictures.notes()), HEIC),
        Sheet("a phone's photo held upright", pictures.heic(640, 480, exif=pictures.notes(6)), HEIC),
    ]
