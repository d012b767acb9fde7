"""PersonOfAddress: who reads a case, which decides whether a sentence says "you" or "the patient"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro.ids import PersonId


def reader_of(patient: PersonId, member: PersonId) -> PersonOfAddress:
    """Returns who reads: ``member`` is the id of a person, such as a guardian, and empty for staff."""
    if not member:
        return "staff"
    return "self" if member == patient else "other"
