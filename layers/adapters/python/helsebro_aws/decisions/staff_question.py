"""Asking the staff: opens one task for each review, whatever is retried, and stores the newest token with it.

Step Functions runs the asking step again after a fault, each time with another token, and an event that is
delivered twice starts two executions. The task's id is derived, so there is only one task, and it has the
newest token. The execution with the older token is ended. If the task has already been decided, no later
event would use the newer token, so that workflow is resumed at once (promise 7).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeAlias

from helsebro.claims.claim import ClaimChanged
from helsebro.ids import TaskId
from helsebro.tasks.subject import Subject
from helsebro.tasks.task import AlreadyDecided, Task, opened
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.platform import clock
from helsebro_aws.tasks.draft import Draft
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks, TaskExists
from helsebro_aws.tasks.reviews import Review
from helsebro_aws.tasks.stored_task import event_in
from helsebro_aws.tasks.workflow import WaitingWorkflows, ids_in

ClockOfReview: TypeAlias = Callable[[Subject, datetime], datetime | None]
"""Returns when a review is due by a clock that the member sees; None where its own time counts."""


def no_clock(_: Subject, __: datetime) -> datetime | None:
    """Returns None: no clock is read."""
    return None


@dataclass(frozen=True)
class StaffQuestion:
    """Opens the tasks of reviews and renews their workflows' tokens.

    ``due_of`` reads the clock that a task follows; without one it is due within the time of its review.
    """

    tasks: DynamoTasks = field(default_factory=DynamoTasks)
    workflows: WaitingWorkflows = field(default_factory=WaitingWorkflows)
    due_of: ClockOfReview = no_clock

    def ask(self, review: Review, event: Mapping[str, Any], token: str) -> Task | None:
        """Opens the task of a review and returns it; the same commit stores the records of its proposal.

        Returns None when there is nothing to ask: the workflow then goes on at once.

        ``event`` is what started the workflow, with the ids of the subject. An event with a ``taskId`` starts
        it again for a task that exists. Raises ``NotFound``.
        """
        ids = ids_in(event)
        if "taskId" in ids:
            return self._ask_again(TaskId(ids["taskId"]), token)
        # A fact that changes while the engine is asked finds no task to propose again: it is asked anew.
        return retry_on_conflict(lambda: self._open(review.propose(ids), review, event, token), ClaimChanged)

    def _open(self, draft: Draft, review: Review, event: Mapping[str, Any], token: str) -> Task | None:
        if not draft.needs_staff:
            self.workflows.go_on_unasked(token, draft.subject.subject_id)
            return None
        at = clock.now()
        new = opened(
            review.queue,
            draft.subject,
            at,
            review.within,
            review=draft.review,
            proposal=draft.proposal,
            reason=draft.reason,
        )
        task = replace(
            new,
            due_at=self.due_of(draft.subject, at) or new.due_at,
            round=draft.claim_round,
            claim_version=draft.claim_version,
            cover_version=draft.cover_version,
            oddities=draft.oddities,
        )
        try:
            self.tasks.open(task, token if draft.waits else None, event_in(event), draft.stored_with(task))
        except TaskExists:
            if draft.waits or self.tasks.find(task.task_id).status == "decided":
                return self._ask_again(task.task_id, token)
        if not draft.waits:
            self.workflows.end_unanswered(token, task.task_id)
        return task

    def _ask_again(self, task_id: TaskId, token: str) -> Task:
        before = self.tasks.stored(task_id)
        try:
            self.tasks.renew_token(task_id, token)
        except AlreadyDecided:
            self.workflows.go_on(token, self.tasks.find(task_id))
            self.tasks.resume(task_id)
            return before.task
        if before.token and before.token != token:
            self.workflows.stop(before.token, task_id)
        return before.task
