"""Wake-ups: the one-time schedules of EventBridge Scheduler that wake deadlines, played as the clock moves.

The emulator calls a schedule in real time. While business time is ahead, that is too late by as much; then
the sweep wakes the deadline, within 15 minutes. A call at any other time does no harm: a deadline that is not
due yet gets its schedule again, and one that is done stays as it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from local.clock.due_run import DueRun, RunFailed
from local.clock.schedules import UnknownSchedule
from local.stack.live_code import STAGE

WAKING = STAGE.named("deadlines")
"""The group of the schedules (infra/platform/deadlines/deadline_schedules.py)."""
ALL = 1_000_000
"""More than there are: the emulator returns a single page."""
A_LOOK, LOOKS = 0.03, 400
"""The seconds between two looks at the queue, and how many there are before a wake-up counts as failed."""
IN_A_QUEUE = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]


@dataclass(frozen=True)
class WakeUp:
    """A schedule that calls a queue at an instant; ``message`` is what the queue then gets."""

    name: str
    at: datetime
    queue: str
    message: str


class WakeUps:
    """The schedules of the stack: ``scheduler`` and ``sqs`` are clients of boto3, ``pause`` takes seconds."""

    def __init__(self, scheduler: Any, sqs: Any, pause: Callable[[float], None] = time.sleep) -> None:
        self._scheduler, self._sqs, self._pause = scheduler, sqs, pause
        self._read = dict[tuple[str, datetime], WakeUp]()
        self._urls = dict[str, str]()

    def first(self, until: datetime) -> DueRun | None:
        """Returns the first wake-up that is due by an instant, as the schedules are now; None without one.

        Its run removes the schedule, sends its message and returns when a function has handled it, since that
        may set the next schedule. Raises ``UnknownSchedule`` for a schedule that is not for one instant.
        """
        due = min(self._all(), key=lambda found: (found.at, found.name), default=None)
        if due is None or due.at > until:
            return None
        return DueRun(due.at, "fall_due", partial(self._call, due))

    def due_by(self, until: datetime) -> int:
        """Returns how many are due by an instant, as the schedules are now; each may set another."""
        return sum(found.at <= until for found in self._all())

    def _all(self) -> list[WakeUp]:
        page = self._scheduler.list_schedules(GroupName=WAKING, MaxResults=ALL)
        known = {(listed["Name"], listed["LastModificationDate"]) for listed in page["Schedules"]}
        found = {key: self._read.get(key) or self._found(key[0]) for key in known}
        self._read = {key: wake_up for key, wake_up in found.items() if wake_up}
        return list(self._read.values())

    def _found(self, name: str) -> WakeUp | None:
        """Returns a schedule of the list; None when it was called or removed since the list was read."""
        try:
            schedule = self._scheduler.get_schedule(GroupName=WAKING, Name=name)
        except self._scheduler.exceptions.ResourceNotFoundException:
            return None
        target = schedule["Target"]
        return WakeUp(name, _instant(schedule["ScheduleExpression"]), target["Arn"], target["Input"])

    def _call(self, due: WakeUp) -> None:
        # Removed first: the function that gets the message may make the next schedule under the same name.
        try:
            self._scheduler.delete_schedule(GroupName=WAKING, Name=due.name)
        except self._scheduler.exceptions.ResourceNotFoundException:
            return
        queue = self._url(due.queue)
        before = self._waiting(queue)
        self._sqs.send_message(QueueUrl=queue, MessageBody=due.message)
        for _ in range(LOOKS):
            if self._waiting(queue) <= before:
                return
            self._pause(A_LOOK)
        raise RunFailed("No function has handled the message of a deadline.")

    def _url(self, queue: str) -> str:
        """Returns the address of a queue, which is asked for once."""
        if queue not in self._urls:
            name = queue.rpartition(":")[2]
            self._urls[queue] = self._sqs.get_queue_url(QueueName=name)["QueueUrl"]
        return self._urls[queue]

    def _waiting(self, queue: str) -> int:
        """Returns how many messages a queue has, also those that a function has received."""
        counts = self._sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=IN_A_QUEUE)["Attributes"]
        return sum(int(counts[name]) for name in IN_A_QUEUE)


def _instant(expression: str) -> datetime:
    """Returns the instant of ``at(2026-12-01T08:00:00)``, in UTC."""
    try:
        at = datetime.fromisoformat(expression.removeprefix("at(").removesuffix(")"))
    except ValueError:
        raise UnknownSchedule(expression) from None
    return at.replace(tzinfo=UTC)
