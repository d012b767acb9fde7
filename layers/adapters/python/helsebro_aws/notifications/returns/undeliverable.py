"""Undeliverable: no channel reaches the recipient of a notification, so the payer's staff get a task."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.ids import ClaimId
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import ClaimReview
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import TaskExists
from helsebro_aws.tasks.follow_ups import FollowUps
from helsebro_aws.tasks.reviews import REVIEWS


@dataclass(frozen=True)
class UndeliverableTasks:
    """Opens one task for each notification that cannot be delivered."""

    on: Tables = tables
    follow_ups: FollowUps = field(default_factory=FollowUps)

    def open(self, case_id: str, notification_id: str) -> str:
        """Opens the task in the queue of claims; returns the outcome.

        A task is about a claim. What is about a policy, a contact or a clinic leads to a mail to the staff
        instead (``notice-undelivered``, ``contact-notice-undelivered``, ``clinic-unreachable``).
        """
        if not case_id.startswith("clm_"):
            return "without-task"
        review, at = REVIEWS["claims"], clock.now()
        subject = ClaimReview(ClaimId(case_id))
        task = follow_up(
            review.queue, subject, "notification-undeliverable", notification_id, at, review.within
        )
        creation, opened = self.follow_ups.opening(task)
        try:
            self.on.commit([creation], events=[opened])
        except TaskExists:
            return "task-opened-before"
        return "task-opened"
