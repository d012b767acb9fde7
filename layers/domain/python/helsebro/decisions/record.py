"""Decision record: what the engine was asked, under which cover, on which day, and what it answered.

A record is never changed. It keeps everything that its decision depended on (the product version, the
policy's parameters and sums, the facts, the earlier treatments), so that the decision can be understood and
replayed years later.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.coverage.replay import Replayed, replay
from helsebro.ids import ClaimId, PersonId, TaskId
from helsebro.tasks.subject import CaseSubject
from helsebro.tasks.task import Task

if TYPE_CHECKING:
    from helsebro.coverage.answer import Answer
    from helsebro.coverage.decision import Decision
    from helsebro.coverage.question.cover import Cover
    from helsebro.coverage.question.question import Question
    from helsebro.coverage.terms.product import Product


@dataclass(frozen=True)
class Asking:
    """A question that the engine was asked, and its decision."""

    question: Question
    cover: Cover | None
    as_of: date
    decision: Decision


@dataclass(frozen=True)
class DecisionRecord:
    """A stored decision of the engine; ``subject`` is the subject of the task it was proposed for.

    ``question`` holds the earlier treatments that counted, ``cover`` the policy at that time; ``answer`` has
    no texts, since the terms hold them.
    """

    record_id: str
    payer: str
    person_id: PersonId
    task_id: TaskId
    subject: CaseSubject
    decided_at: datetime
    as_of: date
    question: Question
    cover: Cover | None
    answer: Answer

    @property
    def claim_id(self) -> ClaimId:
        """The claim of the subject."""
        return self.subject.claim_id

    def replayed(
        self, terms: Product | None = None, parameters: Mapping[str, object] | None = None
    ) -> Replayed | None:
        """Replays the decision under other terms or parameters; returns None when the result is the same."""
        return replay(
            self.question, self.cover, self.as_of, self.answer, terms, parameters, record_id=self.record_id
        )


def of_task(
    task: Task, person_id: PersonId, askings: Sequence[Asking], at: datetime | None = None
) -> list[DecisionRecord]:
    """Returns a record for each question that the engine was asked for a task, in the order asked.

    ``at`` is when it was asked again; without it, the records are those of the task's first proposal.
    """
    return [_record(task, person_id, place, asking, at) for place, asking in enumerate(askings)]


def _record(
    task: Task, person_id: PersonId, place: int, asking: Asking, at: datetime | None
) -> DecisionRecord:
    return DecisionRecord(
        record_id=_id_for(task, place),
        payer=task.payer,
        person_id=person_id,
        task_id=task.task_id,
        subject=task.case,
        decided_at=at or task.opened_at,
        as_of=asking.as_of,
        question=asking.question,
        cover=asking.cover,
        answer=asking.decision.answer(),
    )


def _id_for(task: Task, place: int) -> str:
    """Returns the same id for the same decision, however often its step runs (promise 4).

    Every proposal has a version of the task of its own, so the records of the earlier ones stay.
    """
    again = "" if task.version == 1 else f":{task.version}"
    seed = f"decision:{task.task_id}:{place}{again}"
    return ids.within("dec", task.task_id, hashlib.sha256(seed.encode()).digest())
