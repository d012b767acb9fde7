"""Failures of workflows: each leaves a task for the staff, and a delay on a case, in one commit.

The task is the open one, if no one decided it in time; a new one without a proposal, if the workflow failed
before it asked; or the retry of the decision that could not be carried out. Reported again, a failure changes
nothing more (promise 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from helsebro.claims.claim import ClaimChanged
from helsebro.errors import NotFound
from helsebro.ids import TaskId
from helsebro.tasks import news
from helsebro.tasks.subject import ClaimReview, OutsideCases
from helsebro.tasks.task import AlreadyDecided, Task, TaskReason, id_for, opened, retry
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.decisions.staff_question import ClockOfReview, no_clock
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks, TaskExists
from helsebro_aws.tasks.reviews import Review, started_by
from helsebro_aws.tasks.stored_task import StoredTask, event_in
from helsebro_aws.tasks.workflow import ids_in


@dataclass(frozen=True)
class WorkflowFailures:
    """Reports failed workflows to the staff and on the case; ``due_of`` reads the clock of a new task."""

    on: Tables = tables
    tasks: DynamoTasks = field(default_factory=DynamoTasks)
    claims: DynamoClaims = field(default_factory=DynamoClaims)
    due_of: ClockOfReview = no_clock

    def report(self, given: Mapping[str, Any]) -> Task:
        """Returns the task with which the staff go on; it is open, or its decision is on its way.

        ``given`` is the input of the step that failed, with the name of its ``error``. Raises ``NotFound``.
        """
        return retry_on_conflict(lambda: self._report(given), (ClaimChanged, AlreadyDecided))

    def _report(self, given: Mapping[str, Any]) -> Task:
        ids, review = ids_in(given), started_by(str(given["type"]))
        try:
            before = self.tasks.stored(_task_id(review, ids))
        except NotFound:
            return self._open(self._unasked(review, ids), given)
        task = before.task
        if task.status == "open":
            return task if task.reason == "workflow-failed" else self._mark(task, given)
        if not before.is_resumed:
            # The decision came after the token was gone: it starts the workflow again by itself.
            return task
        last = TaskId(ids.get("retriedBy", task.task_id))
        return self._open(retry(task, last, clock.now(), review.within), given, before)

    def _unasked(self, review: Review, ids: Mapping[str, Any]) -> Task:
        """Returns the task that the workflow failed to open, without a proposal of the engine."""
        subject, number = review.subject_of(ids), _round(ids)
        reason: TaskReason | None = None
        if isinstance(subject, ClaimReview) and self.claims.find(subject.claim_id).earlier_decisions:
            reason = "reconsidered"
        at = clock.now()
        new = opened(review.queue, subject, at, review.within, review=number, reason=reason)
        return replace(new, due_at=self.due_of(subject, at) or new.due_at).with_failed_workflow()

    def _open(self, task: Task, given: Mapping[str, Any], of: StoredTask | None = None) -> Task:
        creation = self.tasks.creation(task, of.started_by if of else event_in(given))
        try:
            self._store(creation, task, given, opens=True)
        except TaskExists:
            return self.tasks.find(task.task_id)
        return task

    def _mark(self, task: Task, given: Mapping[str, Any]) -> Task:
        marked = task.with_failed_workflow()
        self._store(self.tasks.replacement(task, marked), marked, given)
        return marked

    def _store(self, change: Operation, task: Task, given: Mapping[str, Any], *, opens: bool = False) -> None:
        at = clock.now()
        events = [
            news.workflow_failed(task, str(given["error"]), at),
            *([news.opened(task)] if opens else []),
        ]
        self.on.commit([change, *self._delay(task, at)], events=events)

    def _delay(self, task: Task, at: datetime) -> Sequence[Operation]:
        """Returns the operations that show the delay on the case; an application of a clinic shows none."""
        if isinstance(task.subject, OutsideCases):
            return []
        claim = self.claims.find(task.claim_id)
        return self.claims.replacement(claim, claim.delayed(task.task_id, at))


def _task_id(review: Review, ids: Mapping[str, Any]) -> TaskId:
    """Returns the id of the review's task, which may not exist yet."""
    if "taskId" in ids:
        return TaskId(ids["taskId"])
    return id_for(review.subject_of(ids).subject_id, _round(ids))


def _round(ids: Mapping[str, Any]) -> int:
    return int(ids.get("round", 1))
