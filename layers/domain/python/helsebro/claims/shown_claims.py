"""Shown claims: those that a caller may read and asks for, in a list of claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from helsebro.caller import Caller
from helsebro.claims.claim import Claim, ClaimStatus


@dataclass(frozen=True)
class ShownClaims:
    """The claims that ``caller`` may read ``at`` an instant, only those with ``status`` if it is given."""

    caller: Caller
    at: datetime
    status: ClaimStatus | None = None

    def include(self, claim: Claim) -> bool:
        """Returns whether the list shows a claim."""
        return self.status in (None, claim.status) and claim.may_be_read_by(self.caller, self.at)
