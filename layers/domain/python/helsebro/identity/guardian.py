"""Guardian: who decides for a child under 15, and who is proposed for it by an enrolment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.ids import PersonId, PolicyId, TaskId

GuardianBasis = Literal["earlier-enrolment", "first-family", "guardians", "underwriting"]


@dataclass(frozen=True)
class Guardian:
    """A confirmed guardian. ``payer`` insures the child in this guardian's family; ``basis`` confirmed it.

    ``ended_at`` are the other payers whose underwriting ended it for their own cases.
    """

    person_id: PersonId
    payer: str
    since: datetime
    basis: GuardianBasis
    ended_at: tuple[str, ...] = ()

    @property
    def only_at(self) -> str | None:
        """The one payer whose cases the guardian sees, because its underwriting confirmed it; else None."""
        return self.payer if self.basis == "underwriting" else None

    def is_at(self, payer: str) -> bool:
        """Whether the guardian sees the cases and covers of a payer."""
        return self.only_at in (None, payer) and payer not in self.ended_at


@dataclass(frozen=True)
class ProposedGuardian:
    """Whose family an enrolment puts the child into, before it is confirmed: it opens nothing.

    ``agreed`` and ``declined`` are the guardians, and the proposed one, who said yes or no. ``task_id`` is
    the task of the payer's underwriting.
    """

    person_id: PersonId
    payer: str
    policy_id: PolicyId
    task_id: TaskId
    proposed_at: datetime
    agreed: tuple[PersonId, ...] = ()
    declined: tuple[PersonId, ...] = ()

    def confirmed(self, at: datetime, basis: GuardianBasis) -> Guardian:
        """Returns the guardian that the proposal becomes."""
        return Guardian(self.person_id, self.payer, at, basis)
