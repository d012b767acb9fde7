"""Calendar subscription: the address of a practitioner's own calendar (iCalendar), and how reading it goes.

A clinic without a system gives it (F0-12). The address is a secret, so it is no field here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from helsebro.calendars.subscriptions.calendar_fault import CalendarFault
from helsebro.calendars.subscriptions.working_time import WorkingTime
from helsebro.errors import Conflict, Refused
from helsebro.ids import ClinicId, PractitionerId, TaskId

CalendarState = Literal["waiting", "read", "failing"]
UNREADABLE = "calendar.unreadable"
"""The event of a calendar that could not be read for a day."""
EVERY = timedelta(minutes=15)
EVERY_WHILE_DOWN = timedelta(hours=1)
"""How often a calendar is read that could not be read for a day."""
PATIENCE = timedelta(days=1)


class SubscriptionChanged(Conflict):
    """The subscription was stored again since it was read."""


class CalendarOfASystem(Refused):
    """The clinic has a system that publishes its free times; only one without a system subscribes."""

    code = "clinic-has-a-system"


class CalendarUnreadable(Exception):
    """The calendar cannot be read; ``fault`` says why. Its text holds nothing of the address or content."""

    def __init__(self, fault: CalendarFault) -> None:
        self.fault: CalendarFault = fault
        super().__init__(fault)


@dataclass(frozen=True)
class CalendarSubscription:
    """``fetched_at`` is when the calendar was last read, ``failing_since`` when that began to fail.

    ``next_at`` is when it is read next. ``digest`` is that of what was last published: the same content on
    the same day changes nothing. ``task_id`` is the task that the network team has about it.
    """

    practitioner_id: PractitionerId
    clinic_id: ClinicId
    times: tuple[WorkingTime, ...]
    next_at: datetime
    fetched_at: datetime | None = None
    digest: str | None = None
    fault: CalendarFault | None = None
    failing_since: datetime | None = None
    failures: int = 0
    task_id: TaskId | None = None
    version: int = 1

    @property
    def state(self) -> CalendarState:
        """How reading it goes."""
        if self.fault:
            return "failing"
        return "read" if self.fetched_at else "waiting"

    def renewed(self, times: tuple[WorkingTime, ...], at: datetime) -> CalendarSubscription:
        """Returns it with other working times or another address: it is read at once, as a new one."""
        return CalendarSubscription(
            self.practitioner_id, self.clinic_id, times, next_at=at, version=self.version + 1
        )

    def begun(self, at: datetime) -> CalendarSubscription:
        """Returns it while it is read: if that never ends, the others come first."""
        return replace(self, next_at=at + EVERY, version=self.version + 1)

    def read(self, digest: str, at: datetime) -> CalendarSubscription:
        """Returns it after it was read and published."""
        return replace(
            self,
            next_at=at + EVERY,
            fetched_at=at,
            digest=digest,
            fault=None,
            failing_since=None,
            failures=0,
            task_id=None,
            version=self.version + 1,
        )

    def failed(self, fault: CalendarFault, at: datetime) -> CalendarSubscription:
        """Returns it after it could not be read. What was published stays."""
        since = self.failing_since or at
        wait = EVERY_WHILE_DOWN if at - since >= PATIENCE else EVERY
        return replace(
            self,
            next_at=at + wait,
            fault=fault,
            failing_since=since,
            failures=self.failures + 1,
            version=self.version + 1,
        )

    def is_given_up_at(self, at: datetime) -> bool:
        """Whether it failed for a day and no one was told yet."""
        return self.failing_since is not None and at - self.failing_since >= PATIENCE and not self.task_id

    def with_task(self, task_id: TaskId) -> CalendarSubscription:
        """Returns it with the task that the network team has about it."""
        return replace(self, task_id=task_id)
