"""Mandate (fuldmagt): another person may contact us, or act, in one case (F4-18, F4-19, F4-22)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from helsebro.errors import NotFound, Refused
from helsebro.local_day import local_day

if TYPE_CHECKING:
    from helsebro.caller import Caller
    from helsebro.claims.claim import Claim

Power = Literal["contact", "act"]
MOST = 10
"""As many mandates stand in one case at the same time."""


@dataclass(frozen=True)
class Holder:
    """Who holds a mandate, in the giver's words; kept sealed."""

    name: str = field(repr=False)
    email: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Mandate:
    """``holder_id`` is the holder's person id, None while only a name is known: then it opens no door here.

    ``given_by`` is the person id of whoever gave it. ``lapses_on`` is the first day on which it no longer
    holds: what a guardian gave ends with the guardian's own say, at the 15th birthday (F4-20).
    """

    mandate_id: str
    powers: tuple[Power, ...]
    given_by: str
    given_at: datetime
    holder_id: str | None = None
    lapses_on: date | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether it has not lapsed by a (local) day."""
        return self.lapses_on is None or on < self.lapses_on

    def allows(self, person_id: str, power: Power) -> bool:
        """Whether the person may do this by it; to act includes to be in contact."""
        if not person_id or person_id != self.holder_id:
            return False
        return power in self.powers or "act" in self.powers


def give(
    claim: Claim, mandate_id: str, powers: Sequence[Power], holder_id: str | None, by: Caller, at: datetime
) -> tuple[Claim, Mandate]:
    """The claim with a new mandate, and the mandate.

    Raises ``NotFound`` or ``NotAllowed`` unless it is the caller's to give, ``Refused`` for one to the person
    itself or to the giver, and for more than ``MOST``.
    """
    claim.must_be_decided_by(by, at)
    if holder_id and holder_id in (claim.person_id, by.person_id):
        raise Refused("mandate-to-oneself")
    if len(in_force(claim, at)) >= MOST:
        raise Refused("too-many-mandates", most=MOST)
    lapses_on = None if by.person_id == claim.person_id else claim.guardian_until
    made = Mandate(mandate_id, tuple(powers), by.person_id, at, holder_id, lapses_on)
    return claim.with_mandates((*in_force(claim, at), made)), made


def revoke(claim: Claim, mandate_id: str, by: Caller, at: datetime) -> Claim:
    """The claim without a mandate, from now on.

    Raises ``NotFound`` or ``NotAllowed`` unless it is the caller's to revoke, ``NotFound`` when none stands.
    """
    claim.must_be_decided_by(by, at)
    left = tuple(one for one in claim.mandates if one.mandate_id != mandate_id)
    if len(left) == len(claim.mandates):
        raise NotFound()
    return claim.with_mandates(left)


def in_force(claim: Claim, at: datetime) -> tuple[Mandate, ...]:
    """The case's mandates that hold at an instant."""
    today = local_day(at, claim.country)
    return tuple(one for one in claim.mandates if one.is_in_force(today))


def seen_by(claim: Claim, caller: Caller, at: datetime) -> tuple[Mandate, ...]:
    """The mandates a reader of the case is shown: all of them, but a holder only those held by itself."""
    if caller.payer or claim.is_own(caller, at):
        return in_force(claim, at)
    return tuple(one for one in in_force(claim, at) if one.holder_id == caller.person_id)
