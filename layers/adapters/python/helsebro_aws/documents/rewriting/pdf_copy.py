"""A PDF written anew: its pages as they look, and nothing that acts, links, embeds or fetches.

The pages are put into a new document, so that what belongs to the whole document stays behind: its actions,
names, attachments, outline, form and description. A page keeps the entries of ``OF_A_PAGE``. What a form or a
note shows is painted on its page before the form and the notes go.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import Name

from helsebro_aws.documents.rewriting.limits import MOST_NOTES, MOST_PAGES
from helsebro_aws.documents.rewriting.pdf_objects import Objects
from helsebro_aws.documents.rewriting.unwritable import Unwritable

OF_A_PAGE = frozenset(
    {
        *("/Type", "/Parent", "/Resources", "/Contents", "/Group", "/Rotate", "/UserUnit"),
        *("/MediaBox", "/CropBox"),
    }
)
MOST_LEVELS = 60
"""Of the tree of pages, whose branches may hold entries for their pages."""
TEXT_FIELDS = (Name.Tx, Name.Ch)


def copy_of(content: bytes) -> tuple[bytes, bool]:
    """Returns the PDF written anew, and whether it has letters. Raises ``Unwritable``."""
    with _opened(content) as sent:
        _paint_forms_and_notes(sent)
        clean, objects = pikepdf.new(), Objects()
        for page in sent.pages:
            for name in set(page.obj.keys()) - OF_A_PAGE:
                del page.obj[name]
            clean.pages.append(page)
        for page in clean.pages:
            objects.clean(page.obj)
        written = BytesIO()
        clean.save(
            written,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
        )
        return written.getvalue(), objects.have_text


@contextmanager
def _opened(content: bytes) -> Iterator[pikepdf.Pdf]:
    """Opens a PDF; whatever the library finds wrong with it, also later, is ``Unwritable``."""
    try:
        with pikepdf.open(BytesIO(content), suppress_warnings=True) as sent:
            if sent.is_encrypted:
                raise Unwritable("pdf-encrypted")
            if len(sent.pages) > MOST_PAGES:
                raise Unwritable("pdf-too-long")
            if not len(sent.pages):
                raise Unwritable("file-incomplete")
            yield sent
    except pikepdf.PasswordError as error:
        raise Unwritable("pdf-encrypted") from error
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, IndexError) as error:
        raise Unwritable("file-incomplete") from error


def _paint_forms_and_notes(sent: pikepdf.Pdf) -> None:
    if sum(len(page.obj.get(Name.Annots, ())) for page in sent.pages) > MOST_NOTES:
        raise Unwritable("file-too-complex")
    # A form without pictures of its values asks the reader to draw them, which only their values allow.
    sent.generate_appearance_streams()
    sent.flatten_annotations("screen")
