from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from helsebro.deadlines.durations import (
    ENDS,
    LONGEST,
    PRECISION,
    SHORTEST,
    bucket_of,
    duration_in,
    percentile,
)

DURATIONS = some.timedeltas(SHORTEST, LONGEST)
HOUR = timedelta(hours=1)


def counted(durations: Sequence[timedelta]) -> Counter[int]:
    return Counter(bucket_of(duration) for duration in durations)


def is_near(found: timedelta | None, real: timedelta) -> bool:
    # A bucket's duration is rounded to a second.
    return found is not None and abs(found - real) <= PRECISION * real + timedelta(seconds=1)


@given(DURATIONS)
def test_a_duration_is_kept_within_five_percent(duration: timedelta) -> None:
    assert is_near(duration_in(bucket_of(duration)), duration)


def test_control_buckets_twice_as_wide_are_not_within_five_percent() -> None:
    wide = ENDS[40::2]
    assert not is_near(timedelta(seconds=(wide[0] + wide[1]) / 2), timedelta(seconds=wide[0] + 1))


def test_the_buckets_are_few_and_each_ends_at_most_a_tenth_above_the_one_before() -> None:
    assert len(ENDS) <= 150
    assert max(upper / lower for lower, upper in pairwise(ENDS)) <= 1.1


@pytest.mark.parametrize("duration", [timedelta(), timedelta(seconds=-1), timedelta(seconds=59)])
def test_less_than_a_minute_counts_as_a_minute(duration: timedelta) -> None:
    assert duration_in(bucket_of(duration)) == SHORTEST


def test_more_than_two_years_is_in_the_last_bucket() -> None:
    assert bucket_of(timedelta(days=4000)) == bucket_of(LONGEST) == len(ENDS) - 1


@given(some.lists(DURATIONS, min_size=1, max_size=60))
def test_the_median_is_the_lower_of_the_middle_durations(durations: list[timedelta]) -> None:
    assert is_near(percentile(counted(durations), 50), statistics.median_low(durations))


@given(some.lists(DURATIONS, min_size=1, max_size=60), some.integers(1, 100))
def test_a_percentile_is_the_duration_of_its_nearest_rank(durations: list[timedelta], percent: int) -> None:
    rank = -(-percent * len(durations) // 100)
    assert is_near(percentile(counted(durations), percent), sorted(durations)[rank - 1])


@pytest.mark.parametrize(
    "durations",
    [
        [HOUR * hours for hours in range(1, 101)],
        [HOUR] * 95 + [30 * HOUR] * 5,
        [HOUR * 23] * 60 + [HOUR * 2] * 41,
        [timedelta(minutes=minute) for minute in range(10, 1000, 3)],
    ],
    ids=["even", "five in a hundred are late", "two heaps", "minutes"],
)
def test_the_percentiles_agree_with_the_standard_library(durations: list[timedelta]) -> None:
    seconds = [duration.total_seconds() for duration in durations]
    lower, upper = sorted(seconds), sorted(seconds)
    quantiles = statistics.quantiles(seconds, n=100, method="inclusive")
    for percent in (50, 95):
        found = percentile(counted(durations), percent)
        assert found
        # The library takes a value between two neighbours, we take one of them.
        below = max(value for value in lower if value <= quantiles[percent - 1])
        above = min(value for value in upper if value >= quantiles[percent - 1])
        assert below * (1 - PRECISION) - 1 <= found.total_seconds() <= above * (1 + PRECISION) + 1


def test_without_durations_there_is_no_percentile() -> None:
    assert percentile({}, 50) is None
    assert percentile({3: 0}, 95) is None
