"""Undeliverable: no channel reaches the recipient of a notification, so the payer's staff get a task."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.errors import NotFound
from helsebro.ids import ClaimId
from helsebro.notifications.notification import Notification
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import TaskExists
from helsebro_aws.tasks.follow_ups import FollowUps
from helsebro_aws.tasks.reviews import REVIEWS

MOST_TASKS = 50
"""The most such tasks of a case about one recipient; by then the staff know that nothing reaches them."""


@dataclass(frozen=True)
class UndeliverableTasks:
    """Opens a task about a recipient whom nothing reaches; while it is open, there is no other one."""

    on: Tables = tables
    notifications: DynamoNotifications = field(default_factory=DynamoNotifications)
    follow_ups: FollowUps = field(default_factory=FollowUps)

    def open(self, payer: str, case_id: str, notification_id: str) -> str:
        """Opens the task in the queue of claims; returns the outcome. Raises ``NotFound``.

        A task is about a claim. What is about a policy, a contact, a family or a clinic leads to a mail to
        the staff instead (``notice-undelivered``, ``contact-notice-undelivered``,
        ``family-notice-undelivered``, ``clinic-unreachable``, and ``person-unreachable`` for every other
        message to a person, such as an answer to an enquiry).
        """
        if not case_id.startswith("clm_"):
            return "without-task"
        unreached = self.notifications.find(payer, case_id, notification_id)
        for earlier in range(MOST_TASKS):
            task = _task(unreached, earlier)
            known = self._known(task)
            if known is None:
                return self._opened(task)
            if known.decision is None or known.decision.at >= unreached.planned_at:
                break
        return "task-opened-before"

    def _known(self, task: Task) -> Task | None:
        try:
            return self.follow_ups.tasks.find(task.task_id)
        except NotFound:
            return None

    def _opened(self, task: Task) -> str:
        creation, opened = self.follow_ups.opening(task)
        try:
            self.on.commit([creation], events=[opened])
        except TaskExists:
            return "task-opened-before"
        return "task-opened"


def _task(unreached: Notification, earlier: int) -> Task:
    """Returns the task after so many earlier ones, which are closed, about the same recipient."""
    review = REVIEWS["claims"]
    subject, about = ClaimReview(ClaimId(unreached.case_id)), f"{unreached.recipient}:{earlier}"
    return follow_up(review.queue, subject, "notification-undeliverable", about, clock.now(), review.within)
