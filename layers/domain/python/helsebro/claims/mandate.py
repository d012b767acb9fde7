"""Mandate (fuldmagt): lets another person contact us, or act, in a case (F4-18, F4-19, F4-22)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from helsebro.claims.recorded.evidence import DecisionEvidence
from helsebro.ids import MandateId, PersonId

Power = Literal["contact", "act"]


@dataclass(frozen=True)
class Holder:
    """Who holds a mandate, as the giver wrote it; stored encrypted."""

    name: str = field(repr=False)
    email: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Mandate:
    """``holder_id`` is the holder's person id, None when only a name is known; then it gives no access here.

    ``given_by`` is the giver's person id; ``evidence`` is there when staff recorded it (F4-02). ``lapses_on``
    is the first day on which the mandate is no longer in force: a guardian's mandate ends when the guardian's
    right to decide ends, on the 15th birthday (F4-20).
    """

    mandate_id: MandateId
    powers: tuple[Power, ...]
    given_by: str
    given_at: datetime
    holder_id: PersonId | None = None
    lapses_on: date | None = None
    evidence: DecisionEvidence | None = None

    @property
    def made_at(self) -> datetime:
        """When the giver gave it, which for a recorded one is before it was stored."""
        return self.evidence.at if self.evidence else self.given_at

    def is_in_force(self, on: date) -> bool:
        """Returns whether it is in force on a local day."""
        return self.lapses_on is None or on < self.lapses_on

    def allows(self, person_id: PersonId, power: Power) -> bool:
        """Returns whether it gives the person this power; the power to act includes contact."""
        if not person_id or person_id != self.holder_id:
            return False
        return power in self.powers or "act" in self.powers
