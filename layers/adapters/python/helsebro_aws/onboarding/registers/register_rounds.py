"""Register rounds: the practitioners whose next check is due, the longest due first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.register_look import RegisterLook

MOST_A_RUN = 200
MOST_FAULTS = 5
"""After so many practitioners without an answer the round ends: the register is down."""


@dataclass(frozen=True)
class RegisterRounds:
    """Checks again those who are due."""

    look: RegisterLook

    def run(self, at: datetime, has_time: Callable[[], bool]) -> Mapping[str, int]:
        """Returns how many were checked, and of how many the register did not answer."""
        checked = unavailable = 0
        for practitioner_id in self.look.checks.due(at, MOST_A_RUN):
            if unavailable == MOST_FAULTS or not has_time():
                break
            try:
                self.look.run(practitioner_id, again=True)
                checked += 1
            except RegisterUnavailable:
                # Stored with its next hour; the message of the change brings the alarm.
                unavailable += 1
        return {"checked": checked, "unavailable": unavailable}
