"""Subject: what a task is about, named by ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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


def subject_in(ids: Mapping[str, Any]) -> Subject:
    """Returns the subject that the ids in an event name. Raises ``KeyError`` when they name none."""
    claim_id = ClaimId(ids["claimId"])
    if "extensionId" in ids:
        extension_id, guarantee_id = ExtensionId(ids["extensionId"]), GuaranteeId(ids["guaranteeId"])
        return ExtensionReview(claim_id, extension_id, guarantee_id)
    if "refundId" in ids:
        return RefundReview(claim_id, RefundId(ids["refundId"]))
    return ClaimReview(claim_id)
