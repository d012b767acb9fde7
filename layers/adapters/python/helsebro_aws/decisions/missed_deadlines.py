"""Missed deadlines: staff say that they have handled one. Nothing about the case is decided."""

from __future__ import annotations

from helsebro.errors import BadInput, Fault
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Record, Task
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class MissedDeadlines:
    """Decides the tasks that missed deadlines have opened; an approval and a denial both mean "handled"."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.tasks = on, DynamoTasks(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task, with the reason that the staff gave.

        Raises ``AlreadyDecided``, and ``BadInput`` for a question to the member, a grant or an amount.
        """
        if decision.decision == "clarify" or decision.grant or decision.approved:
            raise BadInput([Fault("/decision", "only-handled", "")])
        after = task.decide(decision)
        self.tables.commit(
            [self.tasks.replacement(task, after)],
            events=[news.handled(after, decision.at)],
            receipt=record(after),
        )
        return after
