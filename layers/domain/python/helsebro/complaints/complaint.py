"""Complaint (klage): the three steps of a complaint about a decision, in order (F3-21, R-1501)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from helsebro.claims.facts.case_fact import FactRole
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, ComplaintId, DocumentId, PersonId
from helsebro.tasks.determination import Determination

ComplaintStep = Literal["department", "quality", "board"]
ComplaintStatus = Literal["received", "in-review", "upheld", "overturned"]

STEPS: tuple[ComplaintStep, ...] = ("department", "quality", "board")
"""The department that decided, then the quality department, then the complaints board (R-1501)."""


class StepOutOfOrder(Conflict):
    """The step is not the next one. ``nextStep`` is, and is absent when all steps have been taken."""

    code = "complaint-step-order"


class DenialReplaced(Conflict):
    """The complaint has its answer, or the decision that it is about no longer stands."""

    code = "complaint-decision-replaced"


def next_step(taken: Sequence[str]) -> ComplaintStep | None:
    """Returns the step after those taken; None after the last, when only the courts are left (R-1502)."""
    return next((step for step in STEPS if step not in taken), None)


def steps_left(taken: Sequence[str]) -> tuple[ComplaintStep, ...]:
    """Returns the steps after those taken, in order."""
    following = next_step(taken)
    return STEPS[STEPS.index(following) :] if following else ()


def must_be_next(step: str, taken: Sequence[str]) -> None:
    """Raises ``StepOutOfOrder`` for a step that comes too early or was already taken."""
    following = next_step(taken)
    if step != following:
        raise StepOutOfOrder(**({"nextStep": following} if following else {}))


@dataclass(frozen=True)
class Complaint:
    """A complaint at one step about the denial that was made at ``denied_at``, in a ``round`` of the claim.

    ``text`` is what the member wrote, ``sent_by`` who sent it. ``due_at`` is by when we answer; None for the
    board, which takes its own time. The denial is ``upheld``: it stands; or ``overturned``: the case was
    decided anew. ``answer`` says why.
    """

    complaint_id: ComplaintId
    claim_id: ClaimId
    payer: str
    person_id: PersonId
    step: ComplaintStep
    made_at: datetime
    denied_at: datetime
    round: int
    text: str = field(repr=False)
    sent_by: FactRole = "member"
    document_ids: tuple[DocumentId, ...] = ()
    due_at: datetime | None = None
    status: ComplaintStatus = "received"
    version: int = 1
    answer: Determination | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its answer."""
        return self.status in ("received", "in-review")

    def named(self) -> dict[str, str]:
        """Returns the ids that events about it contain, and its step."""
        return {"complaintId": self.complaint_id, "claimId": self.claim_id, "step": self.step}

    def is_late(self, at: datetime) -> bool:
        """Whether we have not answered in time; then the member may go on without an answer."""
        return self.is_open and self.due_at is not None and at >= self.due_at

    def reviewed(self) -> Complaint:
        """Returns the complaint in review."""
        return self._changed(status="in-review") if self.status == "received" else self

    def answered(self, answer: Determination) -> Complaint:
        """Returns the complaint with its answer. Raises ``DenialReplaced``."""
        if not self.is_open:
            raise DenialReplaced()
        status: ComplaintStatus = "overturned" if answer.outcome == "approved" else "upheld"
        return self._changed(status=status, answer=answer)

    def _changed(self, **changes: Any) -> Complaint:
        return replace(self, version=self.version + 1, **changes)
