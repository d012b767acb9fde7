"""Service tally: what one deadline adds to the service levels of its payer (F4-06).

An answer is a moment at which the row counts the clock: its end, and for a first answer also a question to
the member. An answer in time adds 1 to ``within`` in the week of the answer. A promise that is overdue
without an answer adds 1 to ``missed`` in the week in which its time ran out, also when it is answered later
or cancelled. Each answer also adds how long the clock ran until then, without its pauses, in the week of the
answer.

The tallies follow from the moments alone, in the order in which these happened. So a late event corrects what
was counted, a repeated one changes nothing, and a session that is booked counts once it takes place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline, Reading, in_time
from helsebro.deadlines.durations import bucket_of
from helsebro.quality.iso_week import IsoWeek

WITHIN, MISSED, TOOK = "within", "missed", "took"
"""The names of counters; a duration's has the number of its bucket: ``took17``."""
Additions = Mapping[IsoWeek, Mapping[str, int]]
"""What to add to each counter of a week."""


def tallies(deadline: Deadline, row: ClockRow, at: datetime, country: str) -> tuple[str, ...]:
    """Returns what a deadline counts as of an instant: week and counter, ``2026-W48 within``, in order."""
    if not row.counts:
        return ()
    counted = _counted(deadline, row, at)
    return tuple(sorted(f"{IsoWeek.of_instant(when, country).name} {counter}" for when, counter in counted))


def additions(before: tuple[str, ...], after: tuple[str, ...]) -> Additions:
    """Returns what turns the tallies before into those after; a correction adds a negative number."""
    changes = Counter(after)
    changes.subtract(Counter(before))
    found: dict[IsoWeek, dict[str, int]] = {}
    for tally, change in sorted(changes.items()):
        if change:
            week, _, counter = tally.partition(" ")
            found.setdefault(IsoWeek.named(week), {})[counter] = change
    return found


def _counted(deadline: Deadline, row: ClockRow, at: datetime) -> Iterator[tuple[datetime, str]]:
    """Yields the instant and the name of each counter that a deadline adds 1 to."""
    run: Reading | None = None
    missed, is_owed = "", False  # the run that was missed, and whether its answer is still to come
    for moment, after in deadline.steps(row):
        if moment.at > at:
            break
        if run and run.run != missed and _is_overdue(run, row, moment.at):
            missed, is_owed = run.run, True
            yield run.due_at, MISSED
        if run and after and after != run and moment.effect in row.counts:
            if in_time(row, moment.at, run.due_as_of(moment.at)):
                yield moment.at, WITHIN
            elif not is_owed:
                yield moment.at, MISSED
            is_owed = False
            yield moment.at, f"{TOOK}{bucket_of(run.used(moment.at))}"
        run = after
    if run and run.run != missed and _is_overdue(run, row, at):
        yield run.due_at, MISSED


def _is_overdue(run: Reading, row: ClockRow, at: datetime) -> bool:
    return not run.ended_at and not in_time(row, at, run.due_as_of(at))
