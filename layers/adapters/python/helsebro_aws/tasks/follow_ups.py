"""Follow-ups: tasks without a workflow, opened in the commit of what happened, and closed by staff."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from helsebro.errors import BadInput, Fault
from helsebro.events import Event
from helsebro.ids import TaskId
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import ABOUT_MONEY, Record, Task
from helsebro_aws.dynamodb.operations import Put
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class FollowUps:
    """Opens and closes follow-ups."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.tasks = on, DynamoTasks(on)

    def opening(self, task: Task) -> tuple[Put, Event]:
        """Returns what a commit needs to open the task; the operation fails with ``TaskExists``."""
        return self.tasks.creation(task, {}), news.opened(task)

    def closing(self, task_id: TaskId, at: datetime) -> tuple[list[Operation], list[Event]]:
        """Returns what a commit needs to close a task that is not needed any more; nothing once decided."""
        task = self.tasks.find(task_id)
        if task.status != "open":
            return [], []
        return [self.tasks.replacement(task, task.closed())], [news.closed(task, at)]

    def decide(
        self, task: Task, decision: StaffDecision, record: Record, also: Sequence[Operation] = ()
    ) -> Task:
        """Returns the closed task; no workflow waits for it. ``also`` is stored in the same commit.

        Raises ``AlreadyDecided``, ``BadInput`` for anything but an approval, and for one without a reason of
        what says that money is not where it should be.
        """
        if decision.decision != "approve" or decision.grant or decision.approved:
            raise BadInput([Fault("/decision", "only-close", "")])
        if task.reason in ABOUT_MONEY and not decision.reason:
            raise BadInput([Fault("/reason", "missing", "")])
        after = task.decide(decision)
        self.tables.commit(
            [self.tasks.replacement(task, after), *also],
            events=[news.closed(after, decision.at)],
            receipt=record(after),
        )
        return after
