"""Task (opgave): what a person of the staff has to decide on, with the engine's proposal (F1-18, F1-21)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from helsebro import ids
from helsebro.coverage.answer import Answer
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, TaskId
from helsebro.tasks.proposal import Proposal
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.subject import Subject

if TYPE_CHECKING:
    from helsebro.receipt import Receipt

Queue = Literal["claims", "refunds", "extensions", "complaints", "onboarding", "invoices"]


class AlreadyDecided(Conflict):
    """A task is decided once: the second of two decisions comes too late."""

    code = "already-decided"


@dataclass(frozen=True)
class Task:
    """``due_at`` is when it should be decided. The token that lets its workflow go on is kept beside it and
    is no part of it.
    """

    task_id: TaskId
    queue: Queue
    payer: str
    subject: Subject
    due_at: datetime
    opened_at: datetime
    version: int = 1
    status: Literal["open", "decided"] = "open"
    proposal: Proposal | None = None
    decision: StaffDecision | None = None

    @property
    def answer(self) -> Answer | None:
        """The engine's answer that was proposed."""
        return self.proposal.answer if self.proposal else None

    @property
    def claim_id(self) -> ClaimId:
        """The claim it belongs to, itself the subject or that of the refund or extension."""
        return self.subject.claim_id

    def must_be_open(self) -> None:
        """Raises ``AlreadyDecided``."""
        if self.status != "open":
            raise AlreadyDecided()

    def decide(self, decision: StaffDecision) -> Task:
        """The task decided. Raises ``AlreadyDecided``."""
        self.must_be_open()
        return replace(self, status="decided", decision=decision, version=self.version + 1)


def id_for(subject_id: str, review: int) -> TaskId:
    """The id of the one task that a review opens, however often the step runs (promise 4).

    ``subject_id`` is the claim's, refund's or extension's, ``review`` the claim's round.
    """
    seed = f"task:{subject_id}:{review}"
    return TaskId(ids.within("tsk", subject_id, hashlib.sha256(seed.encode()).digest()))


def opened(
    queue: Queue,
    subject: Subject,
    at: datetime,
    within: timedelta,
    *,
    review: int = 1,
    proposal: Proposal | None = None,
) -> Task:
    """A new task, to be decided ``within`` a time, in the ``review``-th review of its subject."""
    return Task(
        task_id=id_for(subject.subject_id, review),
        queue=queue,
        payer=ids.payer_of(subject.subject_id),
        subject=subject,
        due_at=at + within,
        opened_at=at,
        proposal=proposal,
    )


Record: TypeAlias = "Callable[[Task], Receipt]"
"""Makes the receipt of a task as it then stands."""
