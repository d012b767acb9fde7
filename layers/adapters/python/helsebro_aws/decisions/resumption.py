"""Resumption: hands a decision of the staff to the workflow that waits for it (promise 7).

A token is gone when its execution has ended: no one decided in time, or a step failed before the task was
opened. Then the workflow starts again, finds the decided task and goes on. A crash between the two effects
starts it once more than needed, which repeats no effect of its steps.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from helsebro.ids import TaskId
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.stored_task import StoredTask
from helsebro_aws.tasks.workflow import WaitingWorkflows

Resumed = Literal["workflow.resumed", "workflow.started-again", "workflow.resumed-before"]


@dataclass(frozen=True)
class WorkflowResumption:
    """Resumes the workflows of decided tasks, each once."""

    tasks: DynamoTasks = field(default_factory=DynamoTasks)
    workflows: WaitingWorkflows = field(default_factory=WaitingWorkflows)

    def run(self, task_id: TaskId) -> Resumed:
        """Resumes the workflow of a decided task, or starts it again; returns what it did.

        Raises ``NotFound``, ``Unavailable``.
        """
        stored = self.tasks.stored(task_id)
        if stored.is_resumed:
            return "workflow.resumed-before"
        outcome: Resumed = "workflow.resumed"
        if not self._goes_on(stored):
            self.workflows.start_again(stored)
            outcome = "workflow.started-again"
        self.tasks.resume(task_id)
        return outcome

    def _goes_on(self, stored: StoredTask) -> bool:
        return stored.token is not None and self.workflows.go_on(stored.token, stored.task)
