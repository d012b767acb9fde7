"""Document: a paper on a case — referral, journal, description of images, bill (F4-35, F4-41)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from helsebro.caller import CASEWORKER, Caller
from helsebro.claims.facts.case_fact import FactRole
from helsebro.documents.referral_hint import ReferralHint
from helsebro.documents.rejection import RejectionReason
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, DocumentId

FileType = Literal[
    "referral",
    "journal",
    "imaging-description",
    "invoice",
    "police-report",
    "specialist-order",
    "subsidy-statement",
    "other-insurance",
    "other",
]
ReferralKind = Literal["own-doctor", "recommendation", "physiotherapy", "specialist"]
"""What a referral is; a recommendation is not a doctor's referral."""
DocumentStatus = Literal["uploading", "checking", "accepted", "rejected"]


class DocumentChanged(Conflict):
    """Another request saved or checked the document between our read and our write."""


@dataclass(frozen=True)
class Document:
    """A paper as announced, and its state.

    It is uploaded to quarantine, made final by ``save`` (F4-32), checked, and stored only when clean.
    ``referral_kind`` belongs to a referral; None is the kind that the treatment needs.
    ``added_by`` is the role of who announced it, such as a caseworker to whom the member sent it by post.
    ``file_name`` is the member's own name for it, in any letters (F4-39). ``digest`` is the SHA-256 of the
    bytes as sent and part of the stored object's name; ``content_type`` and ``size``, in bytes, are those of
    the clean copy once there is one. ``reason`` is why it was rejected. ``hint`` is what a referral seems to
    lack, and ``sent_before`` the accepted bill of the same person with the same bytes. ``late`` says that no
    one waited for it, so that a task was opened to read it.
    """

    document_id: DocumentId
    claim_id: ClaimId
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
    referral_kind: ReferralKind | None = None
    hint: ReferralHint | None = None
    sent_before: DocumentId | None = None
    added_by: FactRole = "member"
    late: bool = False

    def save(self, at: datetime) -> Document:
        """Returns the document made final and ready to be checked; saving it again changes nothing."""
        return replace(self, status="checking", saved_at=at) if self.status == "uploading" else self

    def accept(
        self,
        digest: str,
        size: int,
        at: datetime,
        content_type: str | None = None,
        hint: ReferralHint | None = None,
    ) -> Document:
        """Returns the document accepted: its clean copy has this size, and this type where one is named."""
        kept_as = content_type or self.content_type
        return replace(
            self,
            status="accepted",
            digest=digest,
            size=size,
            checked_at=at,
            content_type=kept_as,
            hint=hint,
        )

    def reject(self, reason: RejectionReason, at: datetime) -> Document:
        """Returns the document rejected, with the reason."""
        return replace(self, status="rejected", reason=reason, checked_at=at)

    @property
    def is_checked(self) -> bool:
        """Whether it was accepted or rejected, so that nothing needs the file as it was sent."""
        return self.status in ("accepted", "rejected")

    def is_shown_to(self, caller: Caller) -> bool:
        """Whether the caller may see it: staff other than caseworkers see bills only."""
        return not caller.is_staff or CASEWORKER in caller.rights or self.file_type == "invoice"

    def must_be_accepted(self) -> None:
        """Raises ``Conflict`` unless it was checked and accepted: only such a file is shown (promise 18)."""
        if self.status != "accepted":
            raise Conflict("document-not-accepted", documentStatus=self.status)
