"""Registration: what a clinic states about a practitioner that the authorisation register can confirm."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from helsebro.network.practitioner import Practitioner


@dataclass(frozen=True)
class Registration:
    """The fields that are compared with the register of ``country``, that of the practitioner's address."""

    name: str = field(repr=False)
    profession: str
    authorised: bool
    country: str
    authorisation_id: str | None = field(default=None, repr=False)
    authorised_since: date | None = None

    @classmethod
    def of(cls, practitioner: Practitioner) -> Registration:
        """Returns what the clinic states now."""
        return cls(
            name=practitioner.name,
            profession=practitioner.profession,
            authorised=practitioner.authorised,
            country=practitioner.address.country,
            authorisation_id=practitioner.authorisation_id,
            authorised_since=practitioner.authorised_since,
        )
