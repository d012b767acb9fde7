"""Forward: moves a stack's clock and runs everything that falls due on the way, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from local.clock.asked_time import at_minute
from local.clock.due_run import DueRun, RunFailed
from local.clock.schedules import schedules_of
from local.clock.stack_clock import StackClock
from local.clock.staff_waits import due_timeouts
from local.clock.wake_ups import WakeUps
from local.stack import deploy
from local.stack.live_code import STAGE

A_LINE_A_DAY = timedelta(days=31)
"""A longer move prints a line a month."""
RUNS_A_LINE = 25
"""Within a day or month, another line says how far it is."""


def move(stack: Mapping[str, Any], at: datetime, print_line: Callable[[str], None]) -> int:
    """Moves the clock of the stack with this ``stack.json``; returns how many runs failed.

    Raises ``ClockMoving``, and then changes nothing.
    """
    clock = StackClock.of(stack)
    with clock.held():
        after = clock.now()
        endpoint, period = stack["awsEndpoint"], "%Y-%m-%d" if at - after <= A_LINE_A_DAY else "%Y-%m"
        runs = due_runs(endpoint, after, at)
        wake_ups = WakeUps(deploy.client("scheduler", endpoint), deploy.client("sqs", endpoint))
        deadlines = wake_ups.due_by(at)
        print_line(f"{len(runs)} runs fall due until {at_minute(at)}, and {deadlines} deadlines or more.")
        failed = run_in_order(clock, with_wake_ups(runs, wake_ups.first, at), period, print_line)
        clock.advance(at)
    return failed


def due_runs(endpoint: str, after: datetime, until: datetime) -> list[DueRun]:
    """Returns what falls due on the stack with this emulator, but the deadlines, earliest first."""
    awslambda, states = deploy.client("lambda", endpoint), deploy.client("stepfunctions", endpoint)
    of_tasks = awslambda.get_function_configuration(FunctionName=STAGE.named("tasks"))
    table = of_tasks["Environment"]["Variables"]["HELSEBRO_CASES_TABLE"]
    due = due_timeouts(states, deploy.client("dynamodb", endpoint), table, after, until)
    for schedule in schedules_of(deploy.client("events", endpoint)):
        due += schedule.due_runs(awslambda, after, until)
    return sorted(due, key=lambda run: run.due_at)


def with_wake_ups(
    runs: Iterable[DueRun], first_until: Callable[[datetime], DueRun | None], until: datetime
) -> Iterator[DueRun]:
    """Yields the runs with the wake-ups of deadlines between them.

    They are looked up anew each time, because a run may make, move and remove them: the warning of a deadline
    schedules its end.
    """
    for run in runs:
        yield from iter(partial(first_until, run.due_at), None)
        yield run
    yield from iter(partial(first_until, until), None)


def run_in_order(
    clock: StackClock, runs: Iterable[DueRun], period: str, print_line: Callable[[str], None]
) -> int:
    """Runs each with the clock at its due time; returns how many failed. A failure does not stop the others.

    ``period`` is a form of ``strftime``: each day or month gets a line, and a long one says how far it
    is. Each fault is printed once.
    """
    failed: Counter[str] = Counter()
    for title, of_period in groupby(runs, key=lambda run: run.due_at.strftime(period)):
        ended: Counter[str] = Counter()
        for number, run in enumerate(of_period):
            if number and number % RUNS_A_LINE == 0:
                print_line(f"  {at_minute(run.due_at)}  {number} runs so far")
            clock.advance(run.due_at)
            try:
                run.run()
            except RunFailed as fault:
                ended[f"{run.name} failed"] += 1
                failed[str(fault)] += 1
                if failed[str(fault)] == 1:
                    print_line(f"  {at_minute(run.due_at)}  {run.name} failed: {fault}")
            else:
                ended[run.name] += 1
        print_line(f"  {title}  {', '.join(f'{count} × {name}' for name, count in ended.items())}")
    return failed.total()
