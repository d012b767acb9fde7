"""Opened task: a missed deadline becomes a task for the staff who can still help the member."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from helsebro.deadlines.clock_row import ClockQueue, ClockRow
from helsebro.deadlines.deadline import Deadline, Milestone
from helsebro.events import Event
from helsebro.ids import ClaimId
from helsebro.tasks import news
from helsebro.tasks.missed_deadline import MissedDeadline
from helsebro.tasks.task import Queue, after_breach
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import REVIEWS

TASK_QUEUES: Mapping[ClockQueue, Queue] = {
    "claims": "claims",
    "extensions": "extensions",
    "refunds": "refunds",
    # A clinic that does not contact its client: the caseworker of the client's payer finds another one.
    "network": "claims",
}
"""The queue of a clock → the queue of its tasks. The other queues have no tasks yet."""


@dataclass(frozen=True)
class OpenedTask:
    """Opens a task without a workflow, once for each missed run of a clock."""

    tasks: DynamoTasks = field(default_factory=DynamoTasks)

    def open(
        self, deadline: Deadline, row: ClockRow, _milestone: Milestone, now: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns the operation that stores the task, and its event."""
        run, queue = deadline.reading(row), TASK_QUEUES[row.queue]
        assert run
        missed = MissedDeadline(deadline.kind, deadline.subject_id, run.due_at)
        within = REVIEWS[queue].within
        task = after_breach(queue, ClaimId(deadline.case_id), missed, run.run, now, within)
        return [self.tasks.creation(task, started_by={})], [news.opened(task)]
