"""Schedules: the functions that EventBridge invokes by the clock, and when they fall due.

AWS has a cron dialect of its own (`L`, `W`, `#`, `?`), which no maintained package reads but the emulator: so
its reader finds the due times here too, and a schedule means the same whether time passes or is moved.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from ministack.services import eventbridge

from infra.stage import LIVE
from local.clock.due_run import DueRun, RunFailed
from local.stack.live_code import STAGE


class UnknownSchedule(Exception):
    """The schedule is neither ``rate(…)`` nor ``cron(…)``; the text names it."""


@dataclass(frozen=True)
class Schedule:
    """A schedule (in UTC) with the ARN of the function that it invokes and the JSON that this gets."""

    expression: str
    function: str
    given: str

    @property
    def name(self) -> str:
        """The function's name, such as ``sweep``."""
        return self.function.split(":function:")[1].removesuffix(f":{LIVE}").removeprefix(STAGE.named(""))

    def due_times(self, after: datetime, until: datetime) -> Iterator[datetime]:
        """Yields when it falls due, the last time included; a rate counts from ``after``."""
        due = _next(self.expression, after)
        while due <= until:
            yield due
            due = _next(self.expression, due)

    def due_runs(self, awslambda: Any, after: datetime, until: datetime) -> list[DueRun]:
        """Returns its runs: one a day (UTC), at the last due time of the day.

        A later run does the work of an earlier one, so a year is 365 runs of ``sweep`` and not 35,000.
        """
        last_of_day = {due.date(): due for due in self.due_times(after, until)}
        invoke = partial(_invoke, awslambda, self)
        return [DueRun(due, self.name, invoke) for due in last_of_day.values()]


def schedules_of(events: Any) -> list[Schedule]:
    """Returns the schedules of the stack's EventBridge (a boto3 client)."""
    found = []
    for page in events.get_paginator("list_rules").paginate():
        for rule in page["Rules"]:
            if expression := rule.get("ScheduleExpression"):
                for target in events.list_targets_by_rule(Rule=rule["Name"])["Targets"]:
                    found.append(Schedule(expression, target["Arn"], target.get("Input", "{}")))
    return found


def _next(expression: str, after: datetime) -> datetime:
    """Returns the first due time after an instant. Raises ``UnknownSchedule``."""
    if seconds := eventbridge._parse_rate_seconds(expression):
        return after + timedelta(seconds=seconds)
    fields = eventbridge._parse_cron_fields(expression)
    due = eventbridge._cron_next_fire(fields, after) if fields else None
    if not isinstance(due, datetime):
        raise UnknownSchedule(expression)
    return due


def _invoke(awslambda: Any, schedule: Schedule) -> None:
    answer = awslambda.invoke(FunctionName=schedule.function, Payload=schedule.given)
    if "FunctionError" in answer:
        raise RunFailed(answer["Payload"].read().decode())
