"""The mandates of a claim: who may give, revoke and see them (F4-18, F4-19, F4-22)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.mandate import Mandate, Power
from helsebro.claims.mandated.held_mandates import held_mandates
from helsebro.claims.recorded.decider import decider
from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.errors import Conflict, NotFound, Refused
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
    evidence: DecisionEvidence | None = None,
) -> tuple[Claim, Mandate]:
    """Returns the claim with a new mandate, and the mandate; the ``evidence`` is that of staff.

    Raises ``NotFound`` or ``NotAllowed`` when the caller may not give it, ``Refused`` when the holder is the
    insured person or the giver, or when ``MOST_IN_FORCE`` are in force, ``Conflict`` when the holder has one
    that is in force: of two, the revocation of one would say what is not true.
    """
    given_by = decider(claim, by, at)
    if holder_id and holder_id in (claim.person_id, given_by):
        raise Refused("mandate-to-oneself")
    if known := next((each for each in claim.mandates_in_force(at) if holds(each, holder_id)), None):
        raise Conflict("mandate-in-force", mandateId=known.mandate_id)
    if len(claim.mandates_in_force(at)) >= MOST_IN_FORCE:
        raise Refused("too-many-mandates", most=MOST_IN_FORCE)
    lapses_on = None if given_by == claim.person_id else claim.guardian_until
    made = Mandate(mandate_id, tuple(powers), given_by, at, holder_id, lapses_on, evidence)
    return claim.with_mandates((*claim.mandates_in_force(at), made)), made


def holds(mandate: Mandate, holder_id: PersonId | None) -> bool:
    """Returns whether a person of whom the id is known holds a mandate."""
    return bool(holder_id) and mandate.holder_id == holder_id


def revoke(claim: Claim, mandate_id: MandateId, by: Caller, at: datetime) -> Claim:
    """Returns the claim without the mandate, and without any other of the same holder.

    Raises ``NotFound`` or ``NotAllowed`` when the caller may not revoke it, ``NotFound`` when the claim has
    no such mandate.
    """
    decider(claim, by, at)
    revoked = next((mandate for mandate in claim.mandates if mandate.mandate_id == mandate_id), None)
    if revoked is None:
        raise NotFound()
    kept = (mandate for mandate in claim.mandates if mandate is not revoked)
    return claim.with_mandates(tuple(each for each in kept if not holds(each, revoked.holder_id)))


def seen_by(claim: Claim, caller: Caller, at: datetime) -> tuple[Mandate, ...]:
    """Returns the mandates in force that a reader of the case may see; a holder sees only its own."""
    if caller.payer or claim.is_own(caller, at):
        return claim.mandates_in_force(at)
    return held_mandates(claim, caller, at)


def used_by(claim: Claim, caller: Caller, power: Power, at: datetime) -> Mandate | None:
    """Returns the mandate under which a caller acts; the person, the guardian and staff need none."""
    if caller.payer or claim.is_own(caller, at):
        return None
    held = held_mandates(claim, caller, at)
    return next((mandate for mandate in held if mandate.allows(caller.person_id, power)), None)
