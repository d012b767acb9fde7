"""What the routes of mandates answer, beside the mandate itself."""

from __future__ import annotations

from typing_extensions import TypedDict

from helsebro_aws.claims.mandated.mandate_answer import Powers
from helsebro_aws.http.fields.ids import ClaimIdField, MandateIdField


class GivenMandateAnswer(TypedDict):
    """A mandate that was just given."""

    mandateId: MandateIdField
    claimId: ClaimIdField
    powers: Powers


class RevokedMandateAnswer(TypedDict):
    """A mandate that staff revoked for a member."""

    mandateId: MandateIdField
