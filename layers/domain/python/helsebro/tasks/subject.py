"""Subject: what a task is about, named by ids."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.ids import ClaimId, ExtensionId, GuaranteeId, RefundId


@dataclass(frozen=True)
class ClaimReview:
    """The review of a claim."""

    claim_id: ClaimId

    @property
    def subject_id(self) -> ClaimId:
        """The id of the reviewed claim."""
        return self.claim_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {"claimId": self.claim_id}


@dataclass(frozen=True)
class RefundReview:
    """The review of a refund on a claim."""

    claim_id: ClaimId
    refund_id: RefundId

    @property
    def subject_id(self) -> RefundId:
        """The id of the reviewed refund."""
        return self.refund_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {"claimId": self.claim_id, "refundId": self.refund_id}


@dataclass(frozen=True)
class ExtensionReview:
    """The review of an extension of a guarantee."""

    claim_id: ClaimId
    extension_id: ExtensionId
    guarantee_id: GuaranteeId

    @property
    def subject_id(self) -> ExtensionId:
        """The id of the reviewed extension."""
        return self.extension_id

    def ids(self) -> dict[str, str]:
        """Returns the ids that events hold."""
        return {
            "claimId": self.claim_id,
            "extensionId": self.extension_id,
            "guaranteeId": self.guarantee_id,
        }


Subject = ClaimReview | RefundReview | ExtensionReview
