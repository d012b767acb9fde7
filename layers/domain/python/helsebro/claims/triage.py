"""Triage (visitation): staff assess a case again, because its clinic referred the client on (F1-30).

The approval and its guarantee stay as they are meanwhile: what was promised and booked is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.ids import TaskId

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim


@dataclass(frozen=True)
class Triage:
    """A triage that is open until the staff decide its task; the member hears from them by ``due_at``."""

    task_id: TaskId
    since: datetime
    due_at: datetime

    def begun_on(self, claim: Claim) -> Claim:
        """Returns the claim in its next round, with this triage open."""
        return replace(
            claim, triages=(*(claim.triages or ()), self), round=claim.round + 1, version=claim.version + 1
        )


def ended(claim: Claim, task_id: TaskId) -> Claim:
    """Returns the claim without the triage of a task; the same claim when it has none."""
    left = tuple(triage for triage in claim.triages or () if triage.task_id != task_id)
    if left == (claim.triages or ()):
        return claim
    return replace(claim, triages=left or None, version=claim.version + 1)
