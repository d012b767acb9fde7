"""Place: a person's place in a policy, as both are on a day (R-1312, R-1403)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helsebro.policies.insured import Insured
from helsebro.policies.policy import Policy


@dataclass(frozen=True)
class Place:
    """``agreed`` is the policy with all its changes; ``policy`` is the version valid on the day ``on``."""

    insured: Insured
    agreed: Policy
    on: date

    @property
    def policy(self) -> Policy:
        """The policy as it is on the day."""
        return self.agreed.on(self.on)

    @property
    def last_day(self) -> date | None:
        """The last day of the place: the person leaves (R-1312) or the policy ends (R-1403)."""
        return min((day for day in (self.insured.left_on, self.agreed.ends_on) if day), default=None)

    @property
    def is_in_force(self) -> bool:
        """Whether the day is between the enrolment and the last day, both included."""
        return self.insured.enrolled_on <= self.on <= (self.last_day or self.on)
