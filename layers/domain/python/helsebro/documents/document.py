"""Document: a paper on a case — referral, journal, description of images, bill (F4-35, F4-41)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from helsebro.caller import CASEWORKER, Caller
from helsebro.errors import Conflict

FileType = Literal["referral", "journal", "imaging-description", "invoice", "other"]
DocumentStatus = Literal["uploading", "checking", "accepted", "rejected"]


class DocumentChanged(Conflict):
    """Somebody else saved or checked the document between our reading and our writing."""


@dataclass(frozen=True)
class Document:
    """A paper as announced, and what became of it.

    It is uploaded to quarantine, made final by ``save`` (F4-32), checked, and only then kept.
    ``file_name`` is as the member named it, any letter welcome (F4-39); ``size`` is in bytes. ``digest`` is
    the SHA-256 of the bytes that were checked: the kept object bears it in its name. ``reason`` is why it
    was rejected.
    """

    document_id: str
    claim_id: str
    file_type: FileType
    file_name: str
    content_type: str
    size: int
    added_at: datetime
    status: DocumentStatus = "uploading"
    saved_at: datetime | None = None
    checked_at: datetime | None = None
    digest: str | None = None
    reason: str | None = None

    def save(self, at: datetime) -> Document:
        """Final, to be checked; saying it again changes nothing."""
        return replace(self, status="checking", saved_at=at) if self.status == "uploading" else self

    def accept(self, digest: str, size: int, at: datetime) -> Document:
        """Clean and what it says it is."""
        return replace(self, status="accepted", digest=digest, size=size, checked_at=at)

    def reject(self, reason: str, at: datetime) -> Document:
        """Not kept, and why."""
        return replace(self, status="rejected", reason=reason, checked_at=at)

    def is_shown_to(self, caller: Caller) -> bool:
        """Of staff, caseworkers see every paper of a case they see, the others bills only."""
        return not caller.is_staff or CASEWORKER in caller.rights or self.file_type == "invoice"

    def must_be_accepted(self) -> None:
        """What was not checked is never handed out (promise 18). Raises ``Conflict``."""
        if self.status != "accepted":
            raise Conflict("document-not-accepted", documentStatus=self.status)
