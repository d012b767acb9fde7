"""The clock of the first answer, read from the claim's own fields (F4-06, F4-07, F4-08)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.deadlines.first_answer import shown_first_answer
from helsebro.deadlines.shown_deadline import ShownDeadline
from tests.builders.domain.claims import claim

HOUR = timedelta(hours=1)
COMPLETE = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
"""The day before summer time begins: 24 hours are 24 hours."""


@pytest.mark.parametrize(
    "changes, hours, due_after, state",
    [
        ({}, 1, 24, "running"),
        ({}, 24, 24, "running"),
        ({}, 25, 24, "missed"),
        ({"answered_at": COMPLETE + 24 * HOUR}, 90, 24, "met"),
        ({"answered_at": COMPLETE + 25 * HOUR}, 90, 24, "missed"),
        ({"paused_seconds": 7200}, 25, 26, "running"),
        ({"paused_seconds": 7200}, 27, 26, "missed"),
        ({"paused_since": COMPLETE + 2 * HOUR}, 50, 72, "paused"),
        ({"paused_since": COMPLETE}, 50, 74, "paused"),
        ({"paused_since": COMPLETE + 2 * HOUR, "paused_seconds": 3600}, 50, 73, "paused"),
        ({"paused_seconds": 7200, "answered_at": COMPLETE + 26 * HOUR}, 99, 26, "met"),
        ({"paused_seconds": 2 * 86400, "answered_at": COMPLETE + 60 * HOUR}, 99, 72, "met"),
    ],
)
def test_the_clock_of_the_first_answer(changes: Any, hours: int, due_after: int, state: Any) -> None:
    found = shown_first_answer(claim(completed_at=COMPLETE, **changes), COMPLETE + hours * HOUR)
    assert found == (ShownDeadline("first-answer", COMPLETE + due_after * HOUR, state),)


def test_no_clock_runs_before_the_claim_is_complete() -> None:
    assert shown_first_answer(claim(), COMPLETE) == ()
