"""The desk on which uploads are checked: the real check, its storage held in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from helsebro import ids
from helsebro.documents.document import Document
from helsebro.ids import ClaimId, DocumentId
from helsebro_aws.documents.check import UploadCheck
from helsebro_aws.documents.rewriting.clean_copy import CleanCopy, written_anew
from helsebro_aws.documents.signatures import Signatures
from tests.builders.domain.claims import REPORTED
from tests.promises.uploads.paper import Sheet

CLAIM_ID = ClaimId(ids.mint("clm", "tryg", bytes(10)))
DOCUMENT_ID = DocumentId(ids.within("doc", CLAIM_ID, bytes(6)))


@dataclass
class UploadDesk:
    """Holds one document: the file as sent, and its clean copy once there is one."""

    sent: bytes | None
    document: Document
    kept: list[tuple[bytes, str]] = field(default_factory=list)

    def find(self, *_: Any) -> Document:
        return self.document

    def accept(self, _: Document, after: Document) -> None:
        self.document = after

    reject = accept

    def newest(self, _: str) -> tuple[bytes, str | None] | None:
        return None if self.sent is None else (self.sent, None)

    def content(self, _: Document, _version: str | None) -> bytes | None:
        return self.sent

    def keep(self, _: Document, _digest: str, content: bytes, content_type: str) -> None:
        self.kept.append((content, content_type))

    def forget(self, document: Document) -> None:
        if document.is_checked:
            self.sent = None


def checked(
    paper: Sheet, write: Callable[[bytes, str], CleanCopy] = written_anew, file_type: Any = "referral"
) -> UploadDesk:
    """Returns the desk after the check of a paper."""
    document = Document(
        DOCUMENT_ID, CLAIM_ID, file_type, "x", paper.content_type, len(paper.content), REPORTED
    ).save(REPORTED)
    desk: Any = UploadDesk(paper.content, document)
    UploadCheck(desk, desk, lambda *_: Signatures(desk).scan("paper"), write).run(DOCUMENT_ID)
    return desk  # type: ignore[no-any-return]
