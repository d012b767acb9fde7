"""Decider: who decides on the consent and the mandates of a case, also when staff record it (F4-02)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.errors import Conflict
from helsebro.ids import PersonId

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim


class GuardianMissing(Conflict):
    """A child under 15 has no confirmed guardian at the payer, so nobody can decide in its case (F4-20)."""

    code = "guardian-missing"


def decider(claim: Claim, by: Caller, at: datetime) -> PersonId:
    """Returns the person who decides: the caller, or the one whose decision a caseworker records.

    That is a confirmed guardian while the person is a child, else the person of the case. Raises ``NotFound``
    or ``NotAllowed`` when the caller may neither decide nor record it, ``GuardianMissing`` when no one
    decides for the child.
    """
    if not by.payer:
        claim.must_be_decided_by(by, at)
        return by.person_id
    claim.must_be_acted_on_by(by, at)
    if not claim.has_guardian(at):
        return claim.person_id
    deciding = reporter_first(claim, by.guardians(claim.person_id, claim.payer))
    if not deciding:
        raise GuardianMissing()
    return deciding[0]


def reporter_first(claim: Claim, confirmed: Sequence[PersonId] | None) -> tuple[PersonId, ...]:
    """Returns the guardians of the child of a case: who reported it first, then the others at its payer.

    ``confirmed`` are those of the stored family, None where none is stored: then the guardian who reported it
    counts, who does not count where another family is confirmed.
    """
    reporter = claim.guardian_id
    if confirmed is None:
        return (reporter,) if reporter else ()
    return tuple(sorted(confirmed, key=lambda person_id: person_id != reporter))
