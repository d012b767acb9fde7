"""Subject: what a task is about, named by ids."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.ids import ClaimId, ExtensionId, GuaranteeId, RefundId


@dataclass(frozen=True)
class ClaimReview:
    """A claim is reviewed."""

    claim_id: ClaimId

    @property
    def subject_id(self) -> ClaimId:
        """The id of what is decided on."""
        return self.claim_id

    def ids(self) -> dict[str, str]:
        """The ids that events hold."""
        return {"claimId": self.claim_id}


@dataclass(frozen=True)
class RefundReview:
    """A refund on a claim is reviewed."""

    claim_id: ClaimId
    refund_id: RefundId

    @property
    def subject_id(self) -> RefundId:
        """The id of what is decided on."""
        return self.refund_id

    def ids(self) -> dict[str, str]:
        """The ids that events hold."""
        return {"claimId": self.claim_id, "refundId": self.refund_id}


@dataclass(frozen=True)
class ExtensionReview:
    """An extension of a guarantee is reviewed."""

    claim_id: ClaimId
    extension_id: ExtensionId
    guarantee_id: GuaranteeId

    @property
    def subject_id(self) -> ExtensionId:
        """The id of what is decided on."""
        return self.extension_id

    def ids(self) -> dict[str, str]:
        """The ids that events hold."""
        return {
            "claimId": self.claim_id,
            "extensionId": self.extension_id,
            "guaranteeId": self.guarantee_id,
        }


Subject = ClaimReview | RefundReview | ExtensionReview
