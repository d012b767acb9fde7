"""Promise 8: every deadline is kept, whatever happens to the schedules that should wake it.

Thousands of deadlines of the real table of clocks start around both changes of the clocks and around the
holidays of Denmark and Norway, and end a second before, at or after they are due, or never. One schedule in a
hundred is lost and one is called twice at once; one event in ten comes twice. A simulated clock calls the
schedules and, every quarter of an hour, the sweep. At the end each deadline was met or missed as an oracle
says that has its own list of holidays, each milestone has one event, and none came later than the sweep.

The tables are in memory, with the conditions of the real commits; ``tests/adapters/deadlines`` holds the same
engine to DynamoDB.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.moments import StartFacts
from helsebro.work_calendar import WorkCalendar
from helsebro_aws.deadlines.dynamo_deadlines import key_of
from tests.promises.deadlines.courses import SECOND, Course, courses
from tests.promises.deadlines.oracle import DAY, RULES, ZONES, midnight_after
from tests.promises.deadlines.simulation import SWEEP, Simulation
from tests.suite.log_lines import logger
from tests.suite.sizes import size

DEADLINES = size(1_000, 10_000, "N")


@dataclass(frozen=True)
class Result:
    """What differs from the oracle, each as a list of subjects."""

    wrong_due: list[str]
    lost: list[str]
    doubled: list[str]
    unfounded: list[str]
    late: list[str]


def judged(played: Simulation) -> Result:
    """Compares what was stored and published with the oracle."""
    told: dict[tuple[str, str], list[datetime]] = {}
    for event in played.tables.events:
        row = CLOCKS[str(event.data["kind"])] if event.type != "handled" else None
        subject = str(event.data[row.subject]) if row else str(event.data["about"])
        told.setdefault((subject, event.type), []).append(event.at)
    result = Result([], [], [], [], [])
    for course in played.played:
        _judge(course, played, told, result)
    result.doubled.extend(
        subject for (subject, kind), at in told.items() if kind.startswith("deadline.") and len(at) > 1
    )
    return result


def _judge(
    course: Course, played: Simulation, told: Mapping[tuple[str, str], Sequence[datetime]], result: Result
) -> None:
    row, subject = CLOCKS[course.kind], course.subject_id
    stored = played.engine.deadlines.find(key_of(course.deadline))
    assert stored
    run = stored.deadline.reading(row)
    assert run
    if run.due_at != course.due:
        result.wrong_due.append(subject)
    missed = told.get((subject, "deadline.missed"), [])
    if course.is_kept:
        if missed:
            result.unfounded.append(subject)
        if not stored.deadline.has("met", run):
            result.lost.append(subject)
        return
    if not missed:
        result.lost.append(subject)
    elif missed[0] > course.due + SWEEP + SECOND:
        result.late.append(subject)
    handled = len(told.get((subject, "handled"), []))
    if handled > len(row.on_breach) + len(row.on_warning):
        result.doubled.append(subject)
    needs_escalation = row.escalates and course.end is None
    if needs_escalation and (subject, "deadline.escalated") not in told:
        result.lost.append(subject)


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Thousands of sweeps log a line each; only errors are kept."""
    caplog.set_level(logging.ERROR, logger=logger().name)


def played(number: int, **changes: Any) -> Simulation:
    random = Random(2026)
    simulation = Simulation(courses(random, number), **changes)
    simulation.run(random)
    return simulation


def wrong(facts: Callable[[Course], StartFacts]) -> list[str]:
    """Returns the deadlines that are not due when the oracle says so, with other facts of their start."""
    random = Random(2026)
    simulation = Simulation(courses(random, 1_000))
    simulation.run(random, facts)
    return judged(simulation).wrong_due


def test_every_deadline_is_kept_over_both_changes_of_the_clocks_and_the_holidays() -> None:
    simulation = played(DEADLINES)
    assert judged(simulation) == Result([], [], [], [], [])
    kept = Counter(course.is_kept for course in simulation.played)
    assert min(kept.values()) > DEADLINES // 5
    fates = simulation.schedules.fates
    assert min(fates["lost"], fates["doubled"]) >= DEADLINES // 200
    assert simulation.tables.pointers == []


def test_control_without_the_sweep_deadlines_are_missed_in_silence() -> None:
    assert judged(played(1_000, sweeps=False)).lost


def test_control_without_the_condition_milestones_are_doubled() -> None:
    assert judged(played(1_000, is_conditional=False)).doubled


def test_control_days_of_24_hours_are_wrong_where_a_day_has_23_or_25() -> None:
    def naive(course: Course) -> StartFacts:
        unit, number = RULES[course.kind]
        begins = midnight_after(course.start.astimezone(ZONES[course.country]).date() - DAY, course.country)
        due = begins + timedelta(days=number + 1) if unit == "days" else None
        return StartFacts(WorkCalendar(course.country), due_at=due)

    assert wrong(naive)


def test_control_the_holidays_of_the_wrong_country_are_found() -> None:
    other = {"DK": "NO", "NO": "DK"}
    assert wrong(lambda course: StartFacts(WorkCalendar(other[course.country])))
