"""Asking the staff: opens one task for each review, whatever is retried, and stores the newest token with it.

Step Functions runs the asking step again after a fault, each time with another token, and an event that is
delivered twice starts two executions. The task's id is derived, so there is only one task, and it has the
newest token. The execution with the older token is ended. If the task has already been decided, no later
event would use the newer token, so that workflow is resumed at once (promise 7).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from helsebro.ids import TaskId
from helsebro.tasks.task import AlreadyDecided, Task, opened
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks, TaskExists
from helsebro_aws.tasks.reviews import Review
from helsebro_aws.tasks.workflow import WaitingWorkflows


@dataclass(frozen=True)
class StaffQuestion:
    """Opens the tasks of reviews and renews their workflows' tokens."""

    tasks: DynamoTasks = field(default_factory=DynamoTasks)
    workflows: WaitingWorkflows = field(default_factory=WaitingWorkflows)

    def ask(self, review: Review, ids: Mapping[str, Any], token: str) -> Task:
        """Opens the task of a review and returns it; the same commit stores the records of its proposal.

        ``ids`` are the ids of the subject. Raises ``NotFound``.
        """
        draft = review.propose(ids)
        task = opened(
            review.queue,
            draft.subject,
            clock.now(),
            review.within,
            review=draft.review,
            proposal=draft.proposal,
        )
        try:
            self.tasks.open(task, token, draft.stored_with(task))
        except TaskExists:
            self._ask_again(task.task_id, token)
        return task

    def _ask_again(self, task_id: TaskId, token: str) -> None:
        older = self.tasks.token_of(task_id)
        try:
            self.tasks.renew_token(task_id, token)
        except AlreadyDecided:
            self.workflows.go_on(token, self.tasks.find(task_id))
            return
        if older != token:
            self.workflows.stop(older, task_id)
