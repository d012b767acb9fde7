"""Mandate (fuldmagt): another person may contact us, or act, in one case (F4-18, F4-19, F4-22)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from helsebro.ids import MandateId, PersonId

Power = Literal["contact", "act"]


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

    mandate_id: MandateId
    powers: tuple[Power, ...]
    given_by: str
    given_at: datetime
    holder_id: PersonId | None = None
    lapses_on: date | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether it has not lapsed by a (local) day."""
        return self.lapses_on is None or on < self.lapses_on

    def allows(self, person_id: PersonId, power: Power) -> bool:
        """Whether the person may do this by it; to act includes to be in contact."""
        if not person_id or person_id != self.holder_id:
            return False
        return power in self.powers or "act" in self.powers
