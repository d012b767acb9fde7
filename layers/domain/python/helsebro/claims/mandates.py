"""The mandates of a claim: who may give, revoke and see them (F4-18, F4-19, F4-22)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.mandate import Mandate, Power
from helsebro.errors import NotFound, Refused
from helsebro.ids import MandateId, PersonId

MOST_IN_FORCE = 10
"""The highest number of mandates in force in a case at the same time."""


def give(
    claim: Claim,
    mandate_id: MandateId,
    powers: Sequence[Power],
    holder_id: PersonId | None,
    by: Caller,
    at: datetime,
) -> tuple[Claim, Mandate]:
    """Returns the claim with a new mandate, and the mandate.

    Raises ``NotFound`` or ``NotAllowed`` when the caller may not give it, ``Refused`` when the holder is the
    insured person or the giver, or when ``MOST_IN_FORCE`` are in force.
    """
    claim.must_be_decided_by(by, at)
    if holder_id and holder_id in (claim.person_id, by.person_id):
        raise Refused("mandate-to-oneself")
    if len(claim.mandates_in_force(at)) >= MOST_IN_FORCE:
        raise Refused("too-many-mandates", most=MOST_IN_FORCE)
    lapses_on = None if by.person_id == claim.person_id else claim.guardian_until
    made = Mandate(mandate_id, tuple(powers), by.person_id, at, holder_id, lapses_on)
    return claim.with_mandates((*claim.mandates_in_force(at), made)), made


def revoke(claim: Claim, mandate_id: MandateId, by: Caller, at: datetime) -> Claim:
    """Returns the claim without the mandate.

    Raises ``NotFound`` or ``NotAllowed`` when the caller may not revoke it, ``NotFound`` when the claim has
    no such mandate.
    """
    claim.must_be_decided_by(by, at)
    left = tuple(mandate for mandate in claim.mandates if mandate.mandate_id != mandate_id)
    if len(left) == len(claim.mandates):
        raise NotFound()
    return claim.with_mandates(left)


def seen_by(claim: Claim, caller: Caller, at: datetime) -> tuple[Mandate, ...]:
    """Returns the mandates in force that a reader of the case may see; a holder sees only its own."""
    if caller.payer or claim.is_own(caller, at):
        return claim.mandates_in_force(at)
    return tuple(mandate for mandate in claim.mandates_in_force(at) if mandate.holder_id == caller.person_id)
