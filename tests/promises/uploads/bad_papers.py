"""Papers that act, link, embed, hide or tell too much: their copy is a paper without that."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.promises.uploads import bad_files, pdfs, pictures
from tests.promises.uploads.paper import EVIL, HEIC, JPEG, PNG, Sheet
from tests.promises.uploads.pdfs import LINK, SCRIPT, SHARE, action, clicking, having, opening, script

HIDDEN_ROOT = (
    b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (" + SCRIPT.encode() + b") >> >>"
)
ROOT = b"1 0 obj\n" + HIDDEN_ROOT + b"\nendobj\n"


def acting() -> list[Sheet]:
    """Returns PDFs that run or open something."""
    names = Array(["a", script()])
    return [
        Sheet("code on opening", opening(script())),
        Sheet("code on a page", pdfs.page_having(AA=Dictionary(O=script()))),
        Sheet("code on printing", having(AA=Dictionary(WP=script()))),
        Sheet("code by name", having(Names=Dictionary(JavaScript=Dictionary(Names=names)))),
        Sheet("code in the outline", having(Outlines=Dictionary(First=Dictionary(Title="a", A=script())))),
        Sheet("code on a click", clicking(script())),
        Sheet("code after a click", clicking(action("Named", N=Name.NextPage, Next=script()))),
        Sheet("a program on opening", opening(action("Launch", F="cmd.exe", Win=Dictionary(F=LINK)))),
        Sheet("a link", clicking(action("URI", URI=LINK))),
        Sheet("a link to a share", clicking(action("GoToR", F=SHARE, D=Array([0, Name.Fit])))),
        Sheet("a share on opening", opening(action("GoToR", F=SHARE, D=Array([0, Name.Fit])))),
        Sheet("a share on a page", pdfs.page_having(AA=Dictionary(O=action("GoToE", F=SHARE)))),
        Sheet("a form that is sent", clicking(action("SubmitForm", F=LINK))),
        Sheet("data that are fetched", clicking(action("ImportData", F=SHARE))),
        Sheet("a movie", pdfs.noting(Subtype=Name.Movie, Movie=Dictionary(F=SHARE), A=True)),
        Sheet("a sound", clicking(action("Sound", Sound=SHARE))),
        Sheet("a rendition", pdfs.noting(Subtype=Name.Screen, A=action("Rendition", JS=SCRIPT))),
        Sheet("rich media", pdfs.noting(Subtype=Name.RichMedia, RichMediaContent=Dictionary(A=LINK))),
        Sheet("a field with code", having(AcroForm=field_with_code)),
        Sheet("a form in XML", having(AcroForm=Dictionary(Fields=Array(), XFA=f"<x>{EVIL.decode()}</x>"))),
    ]


def carrying() -> list[Sheet]:
    """Returns PDFs with other files, references to them, or a description of their author."""
    return [
        Sheet("a file inside", having(Names=with_file)),
        Sheet("a collection of files", having(Collection=Dictionary(D=EVIL.decode()), Names=with_file)),
        Sheet("a file in a note", pdf_with_note_file()),
        Sheet("a file beside the page", pdfs.page_having(AF=lambda made: Array([pdfs.attached(made)]))),
        Sheet(
            "contents on a share", pdfs.by_hand(external()).replace(b"300 400]", b"300 400] /Contents 9 0 R")
        ),
        Sheet("a page of another PDF", pdf_with_form(Ref=Dictionary(F=SHARE, Page=0))),
        Sheet("a picture for print on a share", pdf_with_form(OPI=Dictionary({"/2.0": Dictionary(F=SHARE)}))),
        Sheet("a program for the printer", pdf_with_form(Subtype=Name.PS)),
        Sheet("a description", having(Metadata=lambda made: made.make_stream(b"<x>" + EVIL + b"</x>"))),
        Sheet("a program's own data", pdfs.page_having(PieceInfo=Dictionary(X=EVIL.decode()))),
        Sheet("an author", pdfs.pdf(author)),
        Sheet("a list of marked content", pdf_with_properties()),
        Sheet("a photo with its position", photo_in_pdf()),
        Sheet("a ZIP behind a PDF", pdfs.pdf() + bad_files.archive("a.exe", EVIL)),
        Sheet("a page behind a PDF", pdfs.pdf() + bad_files.PAGE),
        Sheet("an old version with code", ROOT_THEN_NONE),
    ]


def hiding() -> list[Sheet]:
    """Returns PDFs that hide code from a search for words."""
    escaped = ROOT.replace(b"JavaScript", b"J#61vaScript").replace(b"OpenAction", b"Open#41ction")
    with_obj = ROOT.replace(b"/Type", b"/X (1 0 obj) /Type")
    two = b"[/ASCIIHexDecode /FlateDecode]"
    return [
        Sheet("code with escaped names", pdfs.by_hand(catalog=escaped)),
        Sheet("code between false streams", pdfs.by_hand(catalog=b"% stream\n" + ROOT + b"% endstream\n")),
        Sheet("code after a false stream", pdfs.by_hand(b"% endstream\n", catalog=b"% stream\n" + ROOT)),
        Sheet("code after obj in a dictionary", pdfs.by_hand(catalog=with_obj)),
        Sheet("code in packed objects", pdfs.with_packed_root(pdfs.packed_objects(HIDDEN_ROOT))),
        Sheet(
            "code in objects of an escaped name",
            pdfs.with_packed_root(pdfs.packed_objects(HIDDEN_ROOT, b"/Obj#53tm")),
        ),
        Sheet(
            "code in objects with two filters",
            pdfs.with_packed_root(pdfs.packed_objects(HIDDEN_ROOT, filters=two)),
        ),
    ]


def telling() -> list[Sheet]:
    """Returns photos with more than a picture."""
    page = b"<script src='//" + EVIL + b"'></script>"
    return [
        Sheet("a photo with its place", pictures.jpeg(exif=pictures.notes()), JPEG),
        Sheet("a HEIC with its place", pictures.heic(exif=pictures.notes()), HEIC),
        Sheet("a screenshot with its place", pictures.png(exif=pictures.notes()), PNG),
        Sheet("a ZIP behind a photo", pictures.jpeg() + bad_files.archive("a.exe", EVIL), JPEG),
        Sheet("a page behind a photo", pictures.jpeg() + page, JPEG),
        Sheet("a PDF behind a photo", pictures.jpeg() + opening(script()), JPEG),
        Sheet("code in a photo's comment", pictures.jpeg(comment=b"<?php " + EVIL), JPEG),
        Sheet("a page in a photo's description", pictures.with_segment(0xE1, b"http://ns\0" + page), JPEG),
        Sheet("a profile of its own", pictures.jpeg(icc_profile=EVIL * 9), JPEG),
        Sheet("a page in a screenshot's text", pictures.with_chunk(b"tEXt", b"Comment\0" + page), PNG),
        Sheet("a page in an unknown part", pictures.with_chunk(b"evIl", page), PNG),
        Sheet("a page behind a screenshot", pictures.png() + page, PNG),
    ]


def with_file(made: pikepdf.Pdf) -> Dictionary:
    """Returns the names of a PDF with a file inside."""
    return Dictionary(EmbeddedFiles=Dictionary(Names=Array(["x.exe", pdfs.attached(made)])))


def field_with_code(made: pikepdf.Pdf) -> Dictionary:
    """Returns a form whose field runs code when it is filled in."""
    field = Dictionary(FT=Name.Tx, T="a", V=EVIL.decode(), AA=Dictionary(K=script()))
    return Dictionary(Fields=Array([made.make_indirect(field)]))


def pdf_with_note_file() -> bytes:
    """Returns a PDF with a file in a note on its page."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]))
        note.FS = pdfs.attached(made)
        page.Annots = Array([made.make_indirect(note)])

    return pdfs.pdf(change)


def external() -> bytes:
    """Returns a PDF whose page draws what is in a file on a share."""
    file = SHARE.replace("\\", "\\\\").encode()
    stream = b"9 0 obj\n<< /F (" + file + b") /Length 1 >>\nstream\n \nendstream\nendobj\n"
    return pdfs.by_hand(stream).replace(b"300 400]", b"300 400] /Contents 9 0 R")


def pdf_with_form(**entries: Any) -> bytes:
    """Returns a PDF whose page shows a drawing with these entries."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        form = made.make_stream(b"% " + EVIL if entries.get("Subtype") == Name.PS else b" ")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
        for name, value in entries.items():
            form[f"/{name}"] = value
        page.Resources.XObject = Dictionary(Fm=form)

    return pdfs.pdf(change)


def pdf_with_properties() -> bytes:
    """Returns a PDF whose marked content refers to an action."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        page.Resources.Properties = Dictionary(MC0=made.make_indirect(script()))

    return pdfs.pdf(change)


def photo_in_pdf() -> bytes:
    """Returns a PDF with a camera's photo, position and all."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        picture = pikepdf.Stream(made, b"")
        picture.write(pictures.jpeg(exif=pictures.notes()), filter=Name.DCTDecode)
        picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, 64, 48
        picture.ColorSpace, picture.BitsPerComponent = Name.DeviceRGB, 8
        page.Resources.XObject = Dictionary(Im=made.make_indirect(picture))

    return pdfs.pdf(change)


def author(made: pikepdf.Pdf, _: Any) -> None:
    """Names an author."""
    made.docinfo = made.make_indirect(Dictionary(Author=EVIL.decode()))


ROOT_THEN_NONE = pdfs.by_hand(catalog=ROOT) + pdfs.CATALOG + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def bad_papers() -> list[Sheet]:
    """Returns every paper that is written anew without what is bad in it."""
    return [*acting(), *carrying(), *hiding(), *telling()]
