"""What the moments of a clock make of it, in whatever order they are reported (promise 8)."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from helsebro.deadlines.clock_row import ClockEffect
from helsebro.deadlines.deadline import Deadline, Moment
from helsebro.deadlines.length import Days
from helsebro.deadlines.service_tally import tallies
from helsebro.deadlines.wake import woken
from tests.builders.domain.clocks import LENGTH, START, clock, deadline, moment

HOUR = timedelta(hours=1)
LONG_AFTER = START + timedelta(days=60)
Steps = list[tuple[ClockEffect, float]]


def moved(steps: Steps) -> Deadline:
    return deadline(*(moment(effect, hours) for effect, hours in steps))


@pytest.mark.parametrize(
    "steps, hours, state",
    [
        ([], 1, None),
        ([("end", 3)], 4, None),
        ([("start", 0)], 10, "running"),
        ([("start", 0)], 10.001, "missed"),
        ([("start", 0), ("end", 10)], 20, "met"),
        ([("start", 0), ("end", 10.001)], 20, "missed"),
        ([("start", 0), ("end", 30)], 5, "running"),
        ([("start", 0), ("end", 30)], 20, "missed"),
        ([("start", 0), ("cancel", 3)], 20, None),
        ([("start", 0), ("end", 3), ("start", 20)], 21, "running"),
        ([("start", 0), ("cancel", 8), ("start", 8.001)], 18, "running"),
        ([("start", 0), ("pause", 4)], 500, "paused"),
        ([("start", 0), ("pause", 4), ("resume", 30)], 36, "running"),
        ([("start", 0), ("pause", 4), ("resume", 30)], 36.001, "missed"),
        ([("start", 0), ("pause", 4), ("end", 40)], 50, "met"),
        ([("start", 0), ("pause", 4), ("end", 40)], 30, "paused"),
        ([("start", 0), ("pause", 4), ("resume", 5), ("pause", 6), ("end", 40)], 50, "met"),
        ([("start", 0), ("pause", 12)], 500, "missed"),
        ([("start", 0), ("pause", 12), ("end", 13)], 500, "missed"),
        ([("start", 0), ("end", 3), ("pause", 4), ("resume", 30)], 31, "met"),
        ([("start", 0), ("pause", 4), ("pause", 8), ("resume", 10)], 16, "running"),
        ([("start", 0), ("resume", 4)], 10.001, "missed"),
    ],
    ids=[
        "nothing",
        "an end without a start",
        "the last instant",
        "after the last instant",
        "ended at the last instant",
        "ended late",
        "an end that lies ahead",
        "an end that lies ahead and is too late",
        "cancelled",
        "begun again",
        "cancelled and begun again at once",
        "paused",
        "the last instant after a pause",
        "overdue after a pause",
        "ended while paused",
        "paused with an end that lies ahead",
        "ended in a second pause",
        "paused when it was overdue",
        "paused and ended when it was overdue",
        "paused after its end",
        "paused twice",
        "resumed without a pause",
    ],
)
def test_a_deadline_stands_where_its_moments_say(steps: Steps, hours: float, state: str | None) -> None:
    assert moved(steps).state(clock(), START + hours * HOUR) == state


@pytest.mark.parametrize("hours, state", [(9.999, "met"), (10, "missed")])
def test_what_happens_at_the_midnight_of_a_last_day_is_late(hours: float, state: str) -> None:
    row = clock(length=Days(1))
    assert moved([("start", 0), ("end", hours)]).state(row, LONG_AFTER) == state


@pytest.mark.parametrize(
    "steps, hours, due_after",
    [
        ([("start", 0)], 5, 10),
        ([("start", 0), ("pause", 4)], 4, 10),
        ([("start", 0), ("pause", 4)], 9, 15),
        ([("start", 0), ("pause", 4), ("end", 40)], 50, 46),
        ([("start", 0), ("pause", 4), ("resume", 30)], 50, 36),
        ([("start", 0), ("pause", 4)], 1, 10),
    ],
)
def test_a_pause_moves_the_due_time_until_the_clock_goes_on_or_ends(
    steps: Steps, hours: float, due_after: float
) -> None:
    run = moved(steps).reading(clock())
    assert run
    assert run.due_as_of(START + hours * HOUR) == START + due_after * HOUR


MOVES = some.lists(
    some.tuples(some.sampled_from(["pause", "resume", "end"]), some.integers(1, 60)),
    max_size=8,
    unique_by=lambda step: step[1],
)


@given(MOVES)
def test_state_milestones_and_service_level_agree_on_every_clock(steps: Steps) -> None:
    known, row = moved([("start", 0), *steps]), clock(counts=frozenset({"end"}))
    settled, _ = woken(known, row, LONG_AFTER)
    reached = {known.milestone for known in settled.milestones}
    counted = {tally.split(" ")[1] for tally in tallies(known, row, LONG_AFTER, "DK")}
    state = known.state(row, LONG_AFTER)
    assert (state == "met") == ("met" in reached) == ("within" in counted)
    assert (state == "missed") == ("missed" in reached) == ("missed" in counted)


KEYED = some.lists(
    some.tuples(
        some.sampled_from(["start", "pause", "resume", "end", "cancel", "undo"]),
        some.integers(0, 60),
        some.sampled_from(["", "bkg_a", "bkg_b"]),
    ),
    max_size=10,
    unique_by=lambda step: step[1],
)


def made(steps: list[tuple[Any, int, str]]) -> list[Moment]:
    """Returns moments that were reported in this order; those with a booking's key lie ten hours ahead."""
    found = []
    for number, (effect, hours, key) in enumerate(steps):
        reported = {"reported_at": START + number * HOUR, "event_id": f"evt_{number}"}
        named = {"key": key, "at": START + (hours + 10) * HOUR} if key else {"key": f"evt_{number}"}
        found.append(moment(effect, hours, **reported, **named))
    return found


@given(KEYED, some.randoms(), some.booleans())
def test_moments_in_any_order_and_repeated_make_the_same_deadline(
    steps: list[tuple[Any, int, str]], chance: Random, restarts: bool
) -> None:
    def known(moments: list[Moment]) -> Deadline:
        found = deadline()
        for each in moments:
            found = found.with_moment(each)
        return found

    row = clock(restarts=restarts)
    reported = made(steps)
    shuffled = reported + chance.choices(reported, k=5) if reported else []
    chance.shuffle(shuffled)
    in_order, other = known(reported), known(shuffled)
    assert other.reading(row) == in_order.reading(row)
    assert set(other.moments) == set(in_order.moments)
    assert [other.state(row, START + hours * HOUR) for hours in range(90)] == [
        in_order.state(row, START + hours * HOUR) for hours in range(90)
    ]


def test_control_moments_that_are_read_as_reported_make_another_deadline() -> None:
    class AsReported(Deadline):
        """Reads the moments in the order of their reports."""

        def steps(self, row: Any) -> Any:
            at_once = [replaced(each, number) for number, each in enumerate(self.moments)]
            yield from Deadline("", "", "", "", tuple(at_once)).steps(row)

    def replaced(each: Moment, number: int) -> Moment:
        return moment(each.effect, number, due_at=each.due_at)

    moments = (moment("start", 0), moment("end", 3))
    in_order, reversed_ = AsReported("", "", "", "", moments), AsReported("", "", "", "", moments[::-1])
    assert in_order.state(clock(), LONG_AFTER) != reversed_.state(clock(), LONG_AFTER)


def test_a_booked_session_that_moves_ends_the_clock_at_its_new_time() -> None:
    booked = moment("end", 5, key="bkg_a", reported_at=START)
    later = moment("end", 12, key="bkg_a", reported_at=START + HOUR)
    known = deadline(moment("start", 0), booked).with_moment(later)
    run = known.reading(clock())
    assert run
    assert run.ended_at == START + 12 * HOUR
    assert known.with_moment(booked) is known


def test_a_cancelled_session_no_longer_ends_the_clock() -> None:
    booked = moment("end", 5, key="bkg_a", reported_at=START)
    cancelled = moment("undo", 2, key="bkg_a")
    known = deadline(moment("start", 0), booked).with_moment(cancelled)
    assert known.state(clock(), START + 10.5 * HOUR) == "missed"
    assert known.with_moment(booked) is known


def test_a_second_start_with_the_same_due_time_repeats_nothing() -> None:
    row = clock(restarts=True)
    first = moved([("start", 0)])
    missed, milestones = woken(first, row, LONG_AFTER)
    assert milestones
    again = missed.with_moment(moment("start", 3, due_at=START + LENGTH))
    assert woken(again, row, LONG_AFTER) == (again, [])


@pytest.mark.parametrize("restarts, due_after", [(False, 10), (True, 13)])
def test_only_a_clock_that_restarts_is_moved_by_a_second_start(restarts: bool, due_after: int) -> None:
    run = moved([("start", 0), ("start", 3)]).reading(clock(restarts=restarts))
    assert run
    assert run.due_at == START + due_after * HOUR == run.started_at + LENGTH


def test_a_deadline_that_was_missed_stays_open_until_it_ends() -> None:
    row, known = clock(), moved([("start", 0)])
    missed, _ = woken(known, row, LONG_AFTER)
    ended = missed.with_moment(moment("end", 30))
    assert [found.is_open(row) for found in (deadline(), known, missed, ended)] == [False, True, True, False]


def test_a_reminder_is_never_listed_for_staff() -> None:
    assert not moved([("start", 0)]).is_open(clock(nature="reminder"))


def test_a_new_run_of_the_clock_forgets_the_milestones_of_the_last() -> None:
    row = clock()
    met, _ = woken(moved([("start", 0), ("end", 3)]), row, LONG_AFTER)
    again = met.with_moment(moment("start", 20))
    missed, reached = woken(again, row, LONG_AFTER)
    assert reached == ["missed"]
    assert [known.milestone for known in missed.milestones] == ["missed"]
