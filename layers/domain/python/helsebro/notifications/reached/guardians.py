"""Guardians of a case: whom we and the clinic talk to about a child under 15 (F4-20)."""

from __future__ import annotations

from datetime import datetime

from helsebro.claims.claim import Claim
from helsebro.identity.custody import Custody
from helsebro.ids import PersonId


def guardians_of(claim: Claim, family: Custody | None, at: datetime) -> tuple[PersonId, ...]:
    """Returns the guardians of the person of a case: who reported it first, then the others at its payer.

    None from the 15th birthday on. ``family`` is the stored one, None where none is stored: then the guardian
    who reported it counts, who does not count where another family is confirmed.
    """
    if not claim.has_guardian(at):
        return ()
    reporter = claim.guardian_id
    if family is None:
        return (reporter,) if reporter else ()
    return tuple(sorted(family.guardians_at(claim.payer), key=lambda person_id: person_id != reporter))
