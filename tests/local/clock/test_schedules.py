from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from local.clock.due_run import RunFailed
from local.clock.schedules import Schedule, UnknownSchedule, schedules_of

NIGHTLY, QUARTERLY = "cron(10 2 * * ? *)", "rate(15 minutes)"
SWEEP = "arn:aws:lambda:eu-north-1:000000000000:function:helsebro-local-sweep:live"
EVE = datetime(2026, 10, 24, 23, 0, tzinfo=UTC)
YEAR = timedelta(days=365)


class Lambda:
    """Answers every invocation; with ``error`` as a function that raised."""

    def __init__(self, error: str = "") -> None:
        self.error, self.invoked = error, list[tuple[str, str]]()

    def invoke(self, *, FunctionName: str, Payload: str) -> dict[str, Any]:  # noqa: N803
        self.invoked.append((FunctionName, Payload))
        failed = {"FunctionError": "Unhandled"} if self.error else {}
        return {"Payload": io.BytesIO(self.error.encode()), **failed}


class Events:
    """EventBridge with one rule by an event and two by the clock."""

    RULES = ({"Name": "a"}, {"Name": "b", "ScheduleExpression": NIGHTLY})
    MORE = ({"Name": "c", "ScheduleExpression": QUARTERLY},)

    def get_paginator(self, _: str) -> Events:
        return self

    def paginate(self) -> list[dict[str, Any]]:
        return [{"Rules": self.RULES}, {"Rules": self.MORE}]

    def list_targets_by_rule(self, *, Rule: str) -> dict[str, Any]:  # noqa: N803
        return {"Targets": [{"Arn": Rule, "Input": '{"is": 1}'} if Rule == "b" else {"Arn": Rule}]}


@pytest.mark.parametrize(
    "expression, until, due",
    [
        (NIGHTLY, "2026-10-25T02:09:59Z", []),
        (NIGHTLY, "2026-10-25T02:10:00Z", ["2026-10-25T02:10"]),
        # The clocks change on the 25th; schedules count in UTC.
        (NIGHTLY, "2026-10-27T00:00:00Z", ["2026-10-25T02:10", "2026-10-26T02:10"]),
        (QUARTERLY, "2026-10-24T23:14:59Z", []),
        (QUARTERLY, "2026-10-24T23:30:00Z", ["2026-10-24T23:15", "2026-10-24T23:30"]),
        ("rate(1 day)", "2026-10-26T23:00:00Z", ["2026-10-25T23:00", "2026-10-26T23:00"]),
        ("cron(0 8 1 * ? *)", "2026-12-31T00:00:00Z", ["2026-11-01T08:00", "2026-12-01T08:00"]),
        ("cron(0 8 ? * MON#1 *)", "2026-11-30T00:00:00Z", ["2026-11-02T08:00"]),
    ],
)
def test_a_schedule_falls_due_after_the_old_time_and_until_the_new_one(
    expression: str, until: str, due: list[str]
) -> None:
    times = Schedule(expression, SWEEP, "{}").due_times(EVE, datetime.fromisoformat(until))
    assert [at.isoformat(timespec="minutes") for at in times] == [f"{at}+00:00" for at in due]


@pytest.mark.parametrize("expression", ["at(2026-12-01T08:00:00)", "rate(soon)", "cron(61 2 * * ?)", ""])
def test_a_schedule_in_another_language_is_refused(expression: str) -> None:
    with pytest.raises(UnknownSchedule):
        next(Schedule(expression, SWEEP, "{}").due_times(EVE, EVE + YEAR))


@pytest.mark.parametrize("expression, days", [(NIGHTLY, 365), (QUARTERLY, 366)])
def test_a_schedule_runs_once_a_day_at_its_last_due_time(expression: str, days: int) -> None:
    runs = Schedule(expression, SWEEP, "{}").due_runs(Lambda(), EVE, EVE + YEAR)
    assert len(runs) == days
    assert len({run.due_at.date() for run in runs}) == days


def test_of_a_day_with_many_due_times_the_last_one_runs() -> None:
    [run] = Schedule(QUARTERLY, SWEEP, "{}").due_runs(Lambda(), EVE, EVE + timedelta(minutes=50))
    assert (run.due_at, run.name) == (EVE + timedelta(minutes=45), "sweep")


def test_a_run_invokes_the_function_with_its_input() -> None:
    awslambda = Lambda()
    [run] = Schedule(QUARTERLY, SWEEP, '{"is": 1}').due_runs(awslambda, EVE, EVE + timedelta(minutes=15))
    run.run()
    assert awslambda.invoked == [(SWEEP, '{"is": 1}')]


def test_a_function_that_raises_fails_the_run() -> None:
    raising = Lambda("Unavailable: busy")
    [run] = Schedule(QUARTERLY, SWEEP, "{}").due_runs(raising, EVE, EVE + timedelta(minutes=15))
    with pytest.raises(RunFailed, match="Unavailable: busy"):
        run.run()


def test_the_schedules_of_a_stack_are_its_rules_by_the_clock() -> None:
    assert schedules_of(Events()) == [
        Schedule(NIGHTLY, "b", '{"is": 1}'),
        Schedule(QUARTERLY, "c", "{}"),
    ]
