"""Deadlines in DynamoDB for tests: an engine with a clock that the test moves, and what it has stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from helsebro.deadlines.deadline import Deadline, Moment
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, key_of
from helsebro_aws.deadlines.engine import DeadlineEngine
from helsebro_aws.dynamodb.tables import Item
from tests.builders.domain.deadlines import STARTED, running
from tests.builders.events.schedules import SchedulesInMemory

FOREVER = datetime.fromisoformat("2999-01-01T00:00:00Z")


class KeptDeadlines:
    """An engine on the tables of the test; ``time`` is its clock."""

    def __init__(self, **parts: Any) -> None:
        self.time = STARTED
        self.schedules = SchedulesInMemory(lambda: self.time)
        self.engine = DeadlineEngine(schedules=self.schedules, now=lambda: self.time, **parts)

    def start(self, kind: str = "assignment", *moments: Moment, **changes: Any) -> Deadline:
        """Stores a deadline that has started, and returns it as it was before."""
        started = running(kind, *moments, **changes)
        new = replace(started, moments=())
        self.engine.change(new, lambda before: replace(before, moments=started.moments))
        return new

    def move(self, deadline: Deadline, moment: Moment) -> None:
        """Stores what an event has moved."""
        self.time = max(self.time, moment.reported_at)
        self.engine.change(deadline, lambda before: before.with_moment(moment))

    def wake(self, deadline: Deadline, at: datetime) -> bool:
        """Does what is due at an instant."""
        self.time = at
        return self.engine.wake(key_of(deadline))

    def at(self, deadline: Deadline) -> datetime | None:
        """Returns the instant of its schedule."""
        return self.schedules.at.get(key_of(deadline))


def stored(deadline: Deadline) -> Deadline:
    """Returns a deadline as it is stored now."""
    found = DynamoDeadlines().find(key_of(deadline))
    assert found
    return found.deadline


def pointers() -> list[Item]:
    """Returns every pointer, the oldest first."""
    found, cursor = DynamoDeadlines().due(FOREVER, 1000, None)
    assert cursor is None
    return found
