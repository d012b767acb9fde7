"""Signer login: the person of a call, as the token of the login says."""

from __future__ import annotations

from datetime import UTC, datetime

from helsebro.onboarding.signature import Signer
from helsebro_aws.http.call import Call
from helsebro_aws.http.callers import verified_claims
from helsebro_aws.http.fresh_login import logged_in_at

INVITATION = "helsebro-invitation"
"""The header with the token of the mail, on routes without a body."""
UNSAID = datetime.fromtimestamp(0, UTC)
"""When a login was whose token does not say it."""


def signer_of(call: Call) -> Signer:
    """Returns who is logged in; ``authorize`` passes on the name to calls that sign a contract only."""
    claims = verified_claims(call.event)
    return Signer(
        person_id=call.caller.person_id,
        name_digest=str(claims.get("name_digest", "")),
        issuer=str(claims.get("iss", "")),
        assurance=str(claims.get("acr", "")),
        logged_in_at=logged_in_at(claims.get("auth_time")) or UNSAID,
        name=str(claims.get("name", "")),
    )
