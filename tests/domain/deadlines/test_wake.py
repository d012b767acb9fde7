"""When a deadline is looked at next, and what it reaches by then: each milestone once (promise 8)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from helsebro.deadlines.clock_row import ClockEffect
from helsebro.deadlines.deadline import AN_INSTANT, Deadline
from helsebro.deadlines.length import Days
from helsebro.deadlines.wake import Wake, next_wake, woken
from tests.builders.domain.clocks import LENGTH, START, clock, deadline, moment

HOUR = timedelta(hours=1)
DUE, LONG_AFTER = START + LENGTH, START + timedelta(days=60)
Steps = list[tuple[ClockEffect, float]]
WARNS = {"warns": 4 * HOUR, "escalates": 5 * HOUR}
EXPIRY = {"nature": "expiry", "length": Days(1)}


def moved(steps: Steps) -> Deadline:
    return deadline(*(moment(effect, hours) for effect, hours in steps))


@pytest.mark.parametrize(
    "steps, row, expected",
    [
        ([], {}, None),
        ([("start", 0), ("cancel", 1)], {}, None),
        # The last instant of hours is in time; a day's end is its midnight, which is late.
        ([("start", 0)], {}, ("missed", 10, AN_INSTANT)),
        ([("start", 0)], {"length": Days(1)}, ("missed", 10, timedelta())),
        ([("start", 0)], EXPIRY, ("reached", 10, timedelta())),
        ([("start", 0)], {"nature": "reminder"}, ("reached", 10, timedelta())),
        ([("start", 0)], WARNS, ("warned", 6, timedelta())),
        # A warning that would come with the start is not given.
        ([("start", 0)], {"warns": 10 * HOUR}, ("missed", 10, AN_INSTANT)),
        ([("start", 0), ("pause", 4)], WARNS, None),
        ([("start", 0), ("pause", 4), ("resume", 30)], WARNS, ("warned", 32, timedelta())),
        ([("start", 0), ("pause", 4), ("end", 40)], WARNS, ("met", 40, timedelta())),
        ([("start", 0), ("pause", 12)], {}, ("missed", 10, AN_INSTANT)),
        ([("start", 0), ("pause", 12), ("end", 13)], {}, ("missed", 10, AN_INSTANT)),
        ([("start", 0), ("end", 3)], WARNS, ("met", 3, timedelta())),
        ([("start", 0), ("end", 30)], WARNS, ("missed", 10, AN_INSTANT)),
    ],
    ids=[
        "not started",
        "cancelled",
        "hours",
        "days",
        "an expiry",
        "a reminder",
        "a warning first",
        "no time to warn",
        "paused",
        "resumed",
        "ended while paused",
        "paused when overdue",
        "paused and ended when overdue",
        "ended",
        "ends too late",
    ],
)
def test_a_deadline_waits_for_what_comes_first(
    steps: Steps, row: dict[str, Any], expected: tuple[Any, float, timedelta] | None
) -> None:
    wake = expected and Wake(expected[0], START + expected[1] * HOUR + expected[2])
    assert next_wake(moved(steps), clock(**row)) == wake


def reached(steps: Steps, hours: float, **row: Any) -> list[str]:
    return list(woken(moved(steps), clock(**row), START + hours * HOUR)[1])


@pytest.mark.parametrize(
    "hours, expected",
    [
        (5.999, []),
        (6, ["warned"]),
        (10, ["warned"]),
        # A warning that comes after the breach helps no one.
        (10.001, ["missed"]),
        (15, ["missed", "escalated"]),
        (500, ["missed", "escalated"]),
    ],
)
def test_what_is_due_by_an_instant_is_done_at_once(hours: float, expected: list[str]) -> None:
    assert reached([("start", 0)], hours, **WARNS) == expected


def test_a_clock_of_hours_is_missed_one_second_after_its_last_instant() -> None:
    known, row = moved([("start", 0)]), clock()
    assert woken(known, row, DUE) == (known, [])
    assert woken(known, row, DUE + AN_INSTANT)[1] == ["missed"]


@pytest.mark.parametrize(
    "steps, expected",
    [
        ([("start", 0), ("end", 12)], ["missed"]),
        ([("start", 0), ("end", 16)], ["missed"]),
        ([("start", 0), ("pause", 4)], []),
        ([("start", 0), ("pause", 12)], ["missed"]),
        ([("start", 0), ("pause", 20)], ["missed", "escalated"]),
        ([("start", 0), ("pause", 4), ("resume", 30)], ["missed", "escalated"]),
    ],
    ids=[
        "ended late",
        "ended after the escalation was due",
        "paused in time",
        "paused late",
        "paused after the escalation",
        "resumed",
    ],
)
def test_a_deadline_that_ended_or_pauses_is_not_escalated(steps: Steps, expected: list[str]) -> None:
    assert reached(steps, 500, **WARNS) == expected


@pytest.mark.parametrize("nature", ["expiry", "reminder"])
def test_a_day_that_comes_is_reached_and_not_missed(nature: str) -> None:
    assert reached([("start", 0)], 10, nature=nature) == ["reached"]


def test_an_event_that_comes_after_the_breach_can_still_meet_the_deadline() -> None:
    row = clock(**WARNS)
    late, _ = woken(moved([("start", 0)]), row, START + 6 * HOUR)
    met, found = woken(late.with_moment(moment("end", 9)), row, START + 20 * HOUR)
    assert found == ["met"]
    assert next_wake(met, row) is None


STEPS = some.lists(
    some.tuples(some.sampled_from(["pause", "resume", "end"]), some.integers(1, 40)),
    max_size=6,
    unique_by=lambda step: step[1],
).map(sorted)
LATER = some.lists(some.integers(0, 100), max_size=12)


@given(STEPS, LATER)
def test_a_lost_late_or_doubled_wake_changes_nothing_of_whether_a_deadline_was_kept(
    steps: list[tuple[ClockEffect, int]], wakes: list[int]
) -> None:
    row = clock()
    happened = sorted([(0, "start"), *((hours, effect) for effect, hours in steps)])

    def kept(woken_at: list[int]) -> list[str]:
        known, found = deadline(), list[str]()
        for hours in sorted({*woken_at, *(hours for hours, _ in happened), 1000}):
            for effect in (effect for at, effect in happened if at == hours):
                known = known.with_moment(moment(effect, hours))
            known, reached = woken(known, row, START + hours * HOUR)
            known, again = woken(known, row, START + hours * HOUR)
            assert again == []
            found += reached
        return found

    every_hour = kept(list(range(100)))
    assert kept(wakes) == every_hour
    assert len(set(every_hour)) == len(every_hour)
