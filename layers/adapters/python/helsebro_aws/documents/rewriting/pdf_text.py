"""The text of a PDF's first pages, for the hint about referrals. Pictures of text are not read."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from helsebro_aws.documents.rewriting.limits import MOST_LETTERS, MOST_PAGES_READ
from helsebro_aws.documents.rewriting.unwritable import Unwritable


def text_of(content: bytes) -> str:
    """Returns the text of our own clean copy. Raises ``Unwritable`` when the library cannot read it."""
    read: list[str] = []
    try:
        for page in PdfReader(BytesIO(content)).pages[:MOST_PAGES_READ]:
            read.append(page.extract_text())
            if sum(map(len, read)) > MOST_LETTERS:
                break
    except Exception as error:
        raise Unwritable("file-incomplete") from error
    return "\n".join(read)[:MOST_LETTERS]
