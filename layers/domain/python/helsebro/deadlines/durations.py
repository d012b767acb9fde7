"""Durations: how long clocks ran, as counts in a bounded number of buckets.

Each bucket ends at most a tenth above its lower end, so a duration that is read from it differs by less than
5 % from the real one. Durations up to a minute are in the first bucket, those over two years in the last.
So counts of any number of durations fit into one small item, can be added up, and are exact as counts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import accumulate

PRECISION = 0.05
"""The largest error of a duration between a minute and two years, as a part of it."""
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=2 * 365)


def _ends() -> Iterator[int]:
    end, longest = int(SHORTEST.total_seconds()), int(LONGEST.total_seconds())
    while end < longest:
        yield end
        end = end * 11 // 10
    yield longest


ENDS = tuple(_ends())
"""The upper end of each bucket in seconds, which belongs to it."""


def bucket_of(duration: timedelta) -> int:
    """Returns the number of the bucket that a duration is in."""
    return min(bisect_left(ENDS, duration.total_seconds()), len(ENDS) - 1)


def duration_in(bucket: int) -> timedelta:
    """Returns the duration that stands for a bucket: the one whose largest error is the smallest."""
    if bucket == 0:
        return SHORTEST
    lower, upper = ENDS[bucket - 1], ENDS[bucket]
    return timedelta(seconds=round(2 * lower * upper / (lower + upper)))


def percentile(counts: Mapping[int, int], percent: int) -> timedelta | None:
    """Returns the percentile of the durations that were counted by bucket; None when there are none.

    It is the shortest counted duration that at least ``percent`` % of all do not exceed (nearest rank), with
    the precision of its bucket.
    """
    present = sorted((bucket, count) for bucket, count in counts.items() if count > 0)
    total = sum(count for _, count in present)
    rank = -(-percent * total // 100)
    reached = accumulate(count for _, count in present)
    return next(
        (duration_in(bucket) for (bucket, _), most in zip(present, reached, strict=True) if most >= rank),
        None,
    )
