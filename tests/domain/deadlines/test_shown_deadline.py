"""What people see of a deadline, in each of its states (F4-06, R-1203, R-1204)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline, Moment
from helsebro.deadlines.shown_deadline import ShownDeadline, shown
from tests.builders.domain.deadlines import LASTS, STARTED, moved, running

DUE = STARTED + LASTS
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def seen(deadline: Deadline, at: datetime) -> ShownDeadline | None:
    return shown(deadline, CLOCKS[deadline.kind], at)


@pytest.mark.parametrize(
    "kind, moments, at, due_at, state",
    [
        ("assignment", [], STARTED, DUE, "running"),
        ("assignment", [], DUE - SECOND, DUE, "running"),
        # Days end at midnight, which is late; the last instant of hours is in time.
        ("assignment", [], DUE, DUE, "missed"),
        ("contact", [], DUE, DUE, "running"),
        ("contact", [], DUE + SECOND, DUE, "missed"),
        ("assignment", [moved("end", DUE - SECOND)], DUE + DAY, DUE, "met"),
        ("assignment", [moved("end", DUE)], DUE + DAY, DUE, "missed"),
        # A booked session meets the deadline when it takes place.
        ("consultation", [moved("end", STARTED + 5 * DAY)], STARTED + DAY, DUE, "running"),
        ("consultation", [moved("end", STARTED + 5 * DAY)], STARTED + 6 * DAY, DUE, "met"),
        ("first-answer", [moved("pause", STARTED + DAY)], STARTED + 3 * DAY, DUE + 2 * DAY, "paused"),
        ("consent-expiry", [], STARTED, DUE, "running"),
    ],
)
def test_a_deadline_is_shown_with_its_state(
    kind: str, moments: list[Moment], at: datetime, due_at: datetime, state: str
) -> None:
    found = seen(running(kind, *moments), at)

    assert found is not None
    assert (found.kind, found.due_at, found.state) == (kind, due_at, state)


@pytest.mark.parametrize(
    "deadline, at",
    [
        (running("consent-expiry"), DUE),
        (running("contact", moved("cancel", STARTED + DAY)), STARTED + DAY),
        (Deadline("contact", "gar_a", "clm_a", "tryg"), STARTED),
    ],
    ids=["an expiry that has come", "cancelled", "not started"],
)
def test_what_does_not_run_is_not_shown(deadline: Deadline, at: datetime) -> None:
    assert seen(deadline, at) is None
