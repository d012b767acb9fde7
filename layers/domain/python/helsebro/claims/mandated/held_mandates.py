"""Held mandates: those in force of one holder; what a guardian gave ends with the guardian (F4-18, F4-20)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.claims.mandate import Mandate

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim


def held_mandates(claim: Claim, holder: Caller, at: datetime) -> tuple[Mandate, ...]:
    """Returns the mandates in a claim that the caller holds, and whose giver still decides.

    It is asked on every read: whoever is no guardian any more lets no one else see the child.
    """
    own = (each for each in claim.mandates_in_force(at) if each.allows(holder.person_id, "contact"))
    return tuple(each for each in own if _giver_decides(claim, each, holder))


def _giver_decides(claim: Claim, mandate: Mandate, holder: Caller) -> bool:
    """Whether the person of the case gave it, or a guardian who is one. Without a stored family all are."""
    if mandate.given_by == claim.person_id:
        return True
    confirmed = holder.guardians(claim.person_id, claim.payer)
    return confirmed is None or mandate.given_by in confirmed
