"""Retries: staff let a decision be carried out again after its workflow failed.

The event of the retry's own decision starts the workflow again (``resumption``).
"""

from __future__ import annotations

from helsebro.claims.claim import ClaimChanged
from helsebro.errors import BadInput, Fault
from helsebro.tasks import news
from helsebro.tasks.staff_decision import StaffDecision
from helsebro.tasks.task import Record, Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks


class DecisionRetries:
    """Decides the tasks that offer a retry. They can only be approved: the decision itself stands."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on
        self.tasks, self.claims = DynamoTasks(on), DynamoClaims(on)

    def decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        """Returns the decided task. Raises ``AlreadyDecided``, ``BadInput`` for anything but a retry."""
        if decision.decision != "approve" or decision.grant or decision.approved:
            raise BadInput([Fault("/decision", "only-try-again", "")])
        return retry_on_conflict(lambda: self._decide(task, decision, record), ClaimChanged)

    def _decide(self, task: Task, decision: StaffDecision, record: Record) -> Task:
        after = task.decide(decision)
        operations: list[Operation] = [self.tasks.replacement(task, after), *self.claims.end_of_delay(task)]
        self.tables.commit(operations, events=[news.decided(after, decision)], receipt=record(after))
        return after
