"""The check of an upload: scanned, written anew and kept, or rejected; then the file as sent is deleted.

Killed between any two steps and run again it has the same outcome: the copy is stored before the document is
accepted, and the file is deleted only after that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from helsebro import ids
from helsebro.documents.document import Document, DocumentChanged
from helsebro.documents.rejection import RejectionReason
from helsebro.documents.scan import REJECTIONS, Scan, ScanVerdict
from helsebro.ids import DocumentId
from helsebro_aws.documents.dynamo_documents import DynamoDocuments
from helsebro_aws.documents.malware_scan import scan
from helsebro_aws.documents.rewriting.clean_copy import CleanCopy, written_anew
from helsebro_aws.documents.rewriting.unwritable import Unwritable
from helsebro_aws.documents.uploads import Uploads
from helsebro_aws.platform import clock
from helsebro_aws.platform.stored_file import digest_of


class ScanPending(Exception):
    """The scanner has not said anything yet, so nobody may read the file."""


@dataclass(frozen=True)
class UploadCheck:
    """Checks one document after the other."""

    documents: DynamoDocuments = field(default_factory=DynamoDocuments)
    uploads: Uploads = field(default_factory=Uploads)
    scanned: Callable[[Document, Uploads], Scan | None] = scan
    write: Callable[[bytes, str], CleanCopy] = written_anew

    def run(self, document_id: DocumentId) -> Document:
        """Returns the document checked; one that was checked before is not checked again.

        Raises ``ScanPending``.
        """
        document = self.documents.find(ids.claim_of(document_id), document_id)
        if document.status == "checking":
            try:
                document = self._checked(document)
            except DocumentChanged:
                document = self.documents.find(document.claim_id, document_id)
        self.uploads.forget(document)
        return document

    def _checked(self, document: Document) -> Document:
        scanned = self.scanned(document, self.uploads)
        if scanned is None:
            return self._rejected(document, "file-missing")
        if scanned.verdict is ScanVerdict.PENDING:
            raise ScanPending()
        if scanned.verdict is not ScanVerdict.CLEAN:
            return self._rejected(document, REJECTIONS[scanned.verdict])
        # The bytes of the version that was scanned: a file uploaded since then has another one.
        content = self.uploads.content(document, scanned.version)
        if content is None:
            return self._rejected(document, "file-missing")
        try:
            copy = self.write(content, document.content_type)
        except Unwritable as refused:
            return self._rejected(document, refused.reason)
        return self._accepted(document, content, copy)

    def _accepted(self, document: Document, content: bytes, copy: CleanCopy) -> Document:
        digest = digest_of(content)
        hint = copy.referral_hint() if document.file_type == "referral" else None
        # The copy is kept before it is accepted: a crash in between leaves an unused file, never a dead link.
        self.uploads.keep(document, digest, copy.content, copy.content_type)
        accepted = document.accept(digest, len(copy.content), clock.now(), copy.content_type, hint)
        self.documents.accept(document, accepted)
        return accepted

    def _rejected(self, document: Document, reason: RejectionReason) -> Document:
        rejected = document.reject(reason, clock.now())
        self.documents.reject(document, rejected)
        return rejected
