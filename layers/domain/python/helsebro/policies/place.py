"""Place: a person's place in a policy, both as of a day (R-1312, R-1403)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helsebro.policies.insured import Insured
from helsebro.policies.policy import Policy


@dataclass(frozen=True)
class Place:
    """``agreed`` is the policy with every notice about it; ``policy`` is the policy as of the day ``on``."""

    insured: Insured
    agreed: Policy
    on: date

    @property
    def policy(self) -> Policy:
        """The policy as of the day."""
        return self.agreed.on(self.on)

    @property
    def last_day(self) -> date | None:
        """The last day of the place: the person left (R-1312), or the whole policy ended (R-1403)."""
        return min((day for day in (self.insured.left_on, self.agreed.ends_on) if day), default=None)

    @property
    def is_in_force(self) -> bool:
        """Whether the day lies between the enrolment and the last day, both included."""
        return self.insured.enrolled_on <= self.on <= (self.last_day or self.on)
