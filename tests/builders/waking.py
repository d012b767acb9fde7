"""Deadlines that the functions keep: stored as if their events had come long ago, and their schedules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline, Moment
from helsebro_aws.deadlines.dynamo_deadlines import DynamoDeadlines, key_of
from helsebro_aws.deadlines.schedules import Schedules
from helsebro_aws.platform.settings import settings
from tests.builders.domain.deadlines import running

KIND = "assignment"
WARNS, ESCALATES = CLOCKS[KIND].warns or timedelta(), CLOCKS[KIND].escalates or timedelta()
A_MINUTE = timedelta(minutes=1)


def deadline_due_in(span: timedelta, *moments: Moment, kind: str = KIND, **fields: Any) -> Deadline:
    """Returns a deadline that is stored, and due this long after now (or before, for less than nothing)."""
    due_at = datetime.now(UTC) + span
    deadline = running(kind, *moments, since=due_at - timedelta(days=14), due_at=due_at, **fields)
    DynamoDeadlines().change(None, deadline, CLOCKS[kind])
    return deadline


def now(deadline: Deadline) -> Deadline:
    """Returns the deadline as it is stored."""
    found = DynamoDeadlines().find(key_of(deadline))
    assert found
    return found.deadline


def milestones(deadline: Deadline) -> list[str]:
    """Returns what has happened to the stored deadline."""
    return [reached.milestone for reached in now(deadline).milestones]


def scheduled(deadline: Deadline) -> None:
    """Makes a schedule of the deadline, as an earlier change did."""
    Schedules().set(key_of(deadline), datetime.now(UTC) + timedelta(days=1))


def stored_schedules(aws: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Returns every schedule of the group, whole."""
    scheduler, group = aws["scheduler"], settings.deadlines_group
    listed = scheduler.list_schedules(GroupName=group)["Schedules"]
    return [scheduler.get_schedule(GroupName=group, Name=schedule["Name"]) for schedule in listed]


def schedules_in(aws: Mapping[str, Any]) -> list[datetime]:
    """Returns the instants of all schedules."""
    found = [schedule["ScheduleExpression"] for schedule in stored_schedules(aws)]
    return [datetime.fromisoformat(f"{at.removeprefix('at(').removesuffix(')')}+00:00") for at in found]


def pointers_in(aws: Mapping[str, Any]) -> list[str]:
    """Returns the places of all pointers."""
    items = aws["dynamodb"].scan(TableName=settings.cases_table)["Items"]
    return [item["sk"]["S"] for item in items if item["pk"]["S"] == "due"]


def counts_in(aws: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Returns the counts of all service levels."""
    items = aws["dynamodb"].scan(TableName=settings.cases_table)["Items"]
    return [item for item in items if item["pk"]["S"].endswith("#service-levels")]
