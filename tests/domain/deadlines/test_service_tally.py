from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from helsebro.deadlines.deadline import Deadline, Moment
from helsebro.deadlines.durations import bucket_of
from helsebro.deadlines.service_tally import additions, tallies
from helsebro.quality.iso_week import IsoWeek
from tests.builders.domain.clocks import START, clock, deadline, moment

LONG_AFTER = START + timedelta(days=60)
"""All moments have happened, and all clocks that have not ended are overdue."""


def took(hours: float) -> str:
    return f"took{bucket_of(timedelta(hours=hours))}"


def counted(*moments: Moment, hours: float | None = None) -> list[str]:
    """Returns what a deadline counts in the week of its start, as of so many hours after it."""
    at = LONG_AFTER if hours is None else START + timedelta(hours=hours)
    found = tallies(deadline(*moments), clock(), at, "DK")
    assert {tally.split(" ")[0] for tally in found} <= {"2026-W48"}
    return [tally.split(" ")[1] for tally in found]


@pytest.mark.parametrize(
    "moments, expected",
    [
        ([], []),
        ([("end", 3)], []),
        ([("start", 0), ("end", 3)], [took(3), "within"]),
        ([("start", 0), ("end", 10)], [took(10), "within"]),
        ([("start", 0), ("end", 11)], ["missed", took(11)]),
        ([("start", 0)], ["missed"]),
        ([("start", 0), ("cancel", 3)], []),
        ([("start", 0), ("cancel", 12)], ["missed"]),
        ([("start", 0), ("pause", 4)], [took(4), "within"]),
        ([("start", 0), ("pause", 4), ("resume", 30), ("end", 33)], [took(4), took(7), "within", "within"]),
        ([("start", 0), ("pause", 4), ("resume", 30), ("end", 37)], ["missed", took(11), took(4), "within"]),
        ([("start", 0), ("pause", 4), ("resume", 30)], ["missed", took(4), "within"]),
        ([("start", 0), ("pause", 4), ("end", 40)], [took(4), took(4), "within", "within"]),
        ([("start", 0), ("pause", 12)], ["missed", took(12)]),
        (
            [("start", 0), ("pause", 12), ("resume", 30), ("end", 31)],
            ["missed", "missed", took(12), took(13)],
        ),
        ([("start", 0), ("end", 3), ("end", 5)], [took(3), "within"]),
        ([("start", 0), ("end", 3), ("start", 20), ("end", 22)], [took(2), took(3), "within", "within"]),
    ],
    ids=[
        "nothing",
        "an end without a start",
        "in time",
        "the last instant",
        "late",
        "no answer",
        "cancelled in time",
        "cancelled when overdue",
        "asked in time",
        "asked and decided in time",
        "decided late after a question",
        "overdue after the answer to a question",
        "decided while a question is open",
        "asked late",
        "decided late after a late question",
        "ended twice",
        "begun again",
    ],
)
def test_each_answer_counts_once_and_pauses_do_not_count(
    moments: list[tuple[str, float]], expected: list[str]
) -> None:
    made = [moment(effect, hours) for effect, hours in moments]  # type: ignore[arg-type]
    assert sorted(counted(*made)) == sorted(expected)


def test_a_clock_that_runs_counts_nothing_until_it_is_overdue() -> None:
    assert counted(moment("start", 0), hours=10) == []
    assert counted(moment("start", 0), hours=10.001) == ["missed"]


def test_a_session_that_is_booked_counts_when_it_takes_place() -> None:
    booked = [moment("start", 0), moment("end", 8, reported_at=START + timedelta(hours=1))]
    assert counted(*booked, hours=7.9) == []
    assert counted(*booked, hours=8) == [took(8), "within"]


def test_a_session_that_is_booked_too_late_is_overdue_until_it_takes_place() -> None:
    booked = [moment("start", 0), moment("end", 30, reported_at=START + timedelta(hours=1))]
    assert counted(*booked, hours=12) == ["missed"]
    assert counted(*booked, hours=30) == ["missed", took(30)]


def test_a_late_answer_counts_as_missed_in_the_week_in_which_its_time_ran_out() -> None:
    answered = deadline(moment("start", 0), moment("end", 24 * 7))
    assert tallies(answered, clock(), LONG_AFTER, "DK") == (
        "2026-W48 missed",
        f"2026-W49 {took(24 * 7)}",
    )


def test_a_clock_that_no_service_level_counts_counts_nothing() -> None:
    answered = deadline(moment("start", 0), moment("end", 3))
    assert tallies(answered, clock(counts=frozenset()), LONG_AFTER, "DK") == ()


def test_a_question_counts_only_where_the_row_says_so() -> None:
    asked = deadline(moment("start", 0), moment("pause", 4))
    assert tallies(asked, clock(counts=frozenset({"end"})), LONG_AFTER, "DK") == ()


def test_an_answer_that_is_reported_late_corrects_what_was_counted() -> None:
    overdue = tallies(deadline(moment("start", 0)), clock(), LONG_AFTER, "DK")
    answered = tallies(deadline(moment("start", 0), moment("end", 9)), clock(), LONG_AFTER, "DK")
    assert additions(overdue, answered) == {IsoWeek(2026, 48): {"missed": -1, "within": 1, took(9): 1}}
    assert additions(answered, answered) == {}


STEPS = some.lists(
    some.tuples(some.sampled_from(["start", "pause", "resume", "end", "cancel"]), some.integers(0, 200)),
    max_size=8,
    unique_by=lambda step: step[1],
)


@given(STEPS, some.randoms())
def test_any_order_of_reports_adds_up_to_the_same_counts(
    steps: list[tuple[str, int]], chance: Random
) -> None:
    made = [moment(effect, hours) for effect, hours in steps]  # type: ignore[arg-type]
    in_order = tallies(deadline(*made), clock(), LONG_AFTER, "DK")
    reported = made + made[::2]
    chance.shuffle(reported)
    known, sums, before = deadline(), dict[tuple[str, str], int](), tuple[str, ...]()
    for each in reported:
        known = known.with_moment(each)
        after = tallies(known, clock(), LONG_AFTER, "DK")
        for week, changes in additions(before, after).items():
            for counter, change in changes.items():
                sums[week.name, counter] = sums.get((week.name, counter), 0) + change
        before = after
    assert {name: count for name, count in sums.items() if count} == {
        (tally.split(" ")[0], tally.split(" ")[1]): in_order.count(tally) for tally in in_order
    }


@given(STEPS)
def test_nothing_is_kept_more_often_than_it_is_answered(steps: list[tuple[str, int]]) -> None:
    made = [moment(effect, hours) for effect, hours in steps]  # type: ignore[arg-type]
    found = [tally.split(" ")[1] for tally in tallies(deadline(*made), clock(), LONG_AFTER, "DK")]
    answers = sum(counter.startswith("took") for counter in found)
    assert found.count("within") <= answers <= found.count("within") + found.count("missed")


def test_the_run_of_each_moment_is_the_reading_at_the_last() -> None:
    known: Deadline = deadline(moment("end", 3), moment("start", 0))
    steps = list(known.steps(clock()))
    assert [step.effect for step, _ in steps] == ["start", "end"]
    assert steps[-1][1] == known.reading(clock())
