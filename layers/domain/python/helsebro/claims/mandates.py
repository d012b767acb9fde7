"""The mandates of a claim: who gives one, who revokes it, and who sees which (F4-18, F4-19, F4-22)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.mandate import Mandate, Power
from helsebro.errors import NotFound, Refused
from helsebro.ids import MandateId, PersonId

MOST = 10
"""The most mandates in force in one case at the same time."""


def give(
    claim: Claim,
    mandate_id: MandateId,
    powers: Sequence[Power],
    holder_id: PersonId | None,
    by: Caller,
    at: datetime,
) -> tuple[Claim, Mandate]:
    """The claim with a new mandate, and the mandate.

    Raises ``NotFound`` or ``NotAllowed`` unless it is the caller's to give, ``Refused`` for one to the person
    itself or to the giver, and for more than ``MOST``.
    """
    claim.must_be_decided_by(by, at)
    if holder_id and holder_id in (claim.person_id, by.person_id):
        raise Refused("mandate-to-oneself")
    if len(claim.mandates_in_force(at)) >= MOST:
        raise Refused("too-many-mandates", most=MOST)
    lapses_on = None if by.person_id == claim.person_id else claim.guardian_until
    made = Mandate(mandate_id, tuple(powers), by.person_id, at, holder_id, lapses_on)
    return claim.with_mandates((*claim.mandates_in_force(at), made)), made


def revoke(claim: Claim, mandate_id: MandateId, by: Caller, at: datetime) -> Claim:
    """The claim without a mandate, from now on.

    Raises ``NotFound`` or ``NotAllowed`` unless it is the caller's to revoke, ``NotFound`` when none stands.
    """
    claim.must_be_decided_by(by, at)
    left = tuple(one for one in claim.mandates if one.mandate_id != mandate_id)
    if len(left) == len(claim.mandates):
        raise NotFound()
    return claim.with_mandates(left)


def seen_by(claim: Claim, caller: Caller, at: datetime) -> tuple[Mandate, ...]:
    """The mandates a reader of the case is shown: all of them, but a holder only those held by itself."""
    if caller.payer or claim.is_own(caller, at):
        return claim.mandates_in_force(at)
    return tuple(one for one in claim.mandates_in_force(at) if one.holder_id == caller.person_id)
