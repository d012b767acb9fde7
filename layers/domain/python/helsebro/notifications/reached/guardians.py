"""Guardians of a case: whom we and the clinic talk to about a child under 15 (F4-20)."""

from __future__ import annotations

from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.claims.recorded.decider import reporter_first
from helsebro.identity.custody import Custody
from helsebro.ids import PersonId


def guardians_of(claim: Claim, family: Custody | None, at: datetime) -> tuple[PersonId, ...]:
    """Returns the guardians of the person of a case as ``reporter_first``; none from the 15th birthday on.

    ``family`` is the stored one, None where none is stored.
    """
    if not claim.has_guardian(at):
        return ()
    return reporter_first(claim, None if family is None else family.guardians_at(claim.payer))
