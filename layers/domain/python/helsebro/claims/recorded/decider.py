"""Decider: who decides on the consent and the mandates of a case, also when staff record it (F4-02)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.ids import PersonId

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim


def decider(claim: Claim, by: Caller, at: datetime) -> PersonId:
    """Returns the person who decides: the caller, or the one whose decision a caseworker records.

    That is the guardian while a child has one, else the person of the case. Raises ``NotFound`` or
    ``NotAllowed`` when the caller may neither decide nor record it.
    """
    if not by.payer:
        claim.must_be_decided_by(by, at)
        return by.person_id
    claim.must_be_acted_on_by(by, at)
    return claim.guardian_id if claim.guardian_id and claim.has_guardian(at) else claim.person_id
