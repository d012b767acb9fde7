"""What the routes of claims answer, beside the claim itself."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from helsebro_aws.claims.claim_answer import ClaimStatusShown, Missing
from helsebro_aws.claims.urgent.safety_answer import AcuteSafety
from helsebro_aws.http.fields.ids import ClaimIdField
from helsebro_aws.http.fields.shown import Version


class ReportedClaimAnswer(TypedDict):
    """A claim that was just reported."""

    claimId: ClaimIdField
    status: ClaimStatusShown
    missing: Missing
    safety: NotRequired[AcuteSafety]
    version: Version
