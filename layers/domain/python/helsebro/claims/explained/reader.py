"""PersonOfAddress: who reads a case, which decides whether a sentence says "you" or "the patient"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from helsebro.claims.claim import Claim
    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro.ids import PersonId


def reader_of(patient: PersonId, member: PersonId) -> PersonOfAddress:
    """Returns who reads: ``member`` is the id of a person, such as a guardian, and empty for staff."""
    if not member:
        return "staff"
    return "self" if member == patient else "other"


def reader_of_claim(claim: Claim, member: PersonId, at: datetime) -> PersonOfAddress:
    """Returns who reads a claim: another person than its own is a guardian, or the holder of a mandate.

    ``member`` may read the claim, so whoever holds no mandate in it is one of the guardians.
    """
    reader = reader_of(claim.person_id, member)
    holds_it = any(mandate.allows(member, "contact") for mandate in claim.mandates_in_force(at))
    is_guardian = claim.has_guardian(at) and not holds_it
    return "holder" if reader == "other" and not is_guardian else reader
