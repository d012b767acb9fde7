"""Opened task: a missed deadline becomes a task for the staff who can still help the member."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from helsebro.deadlines.clock_row import ClockQueue, ClockRow
from helsebro.deadlines.deadline import Deadline, Milestone
from helsebro.events import Event
from helsebro.ids import ClaimId
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.missed_deadline import MissedDeadline
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import Queue
from helsebro_aws.dynamodb.tables import Operation
from helsebro_aws.tasks.follow_ups import FollowUps
from helsebro_aws.tasks.reviews import REVIEWS

TASK_QUEUES: Mapping[ClockQueue, Queue] = {
    "claims": "claims",
    "extensions": "extensions",
    "refunds": "refunds",
    "payments": "payments",
    # A clinic that does not contact its client: the caseworker of the client's payer finds another one.
    "network": "claims",
}
"""The queue of a clock → the queue of its tasks. The other queues have no tasks yet."""
WITHOUT_WORKFLOW = timedelta(days=1)
"""How long a task may take in a queue that has no review of its own."""


@dataclass(frozen=True)
class OpenedTask:
    """Opens a task without a workflow, once for each missed run of a clock."""

    follow_ups: FollowUps = field(default_factory=FollowUps)

    def open(
        self, deadline: Deadline, row: ClockRow, _milestone: Milestone, now: datetime
    ) -> tuple[list[Operation], list[Event]]:
        """Returns the operation that stores the task, and its event."""
        run, queue = deadline.reading(row), TASK_QUEUES[row.queue]
        assert run
        missed = MissedDeadline(deadline.kind, deadline.subject_id, run.due_at)
        within = REVIEWS[queue].within if queue in REVIEWS else WITHOUT_WORKFLOW
        about = f"{missed.kind}:{missed.about}:{run.run}"
        subject = ClaimReview(ClaimId(deadline.case_id))
        task = follow_up(queue, subject, "deadline-missed", about, now, within, deadline=missed)
        creation, opened = self.follow_ups.opening(task)
        return [creation], [opened]
