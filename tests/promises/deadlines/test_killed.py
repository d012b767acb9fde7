"""Promises 4 and 8: a change of a deadline that is killed anywhere and runs again has one effect, and none is
lost when it never runs again: the sweep finds it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helsebro.deadlines.deadline import Deadline
from helsebro_aws.deadlines.due_deadlines import DueDeadlines
from helsebro_aws.deadlines.dynamo_deadlines import key_of
from tests.builders.claims import outbox_rows
from tests.builders.domain.deadlines import LASTS, STARTED, running
from tests.builders.kept_deadlines import KeptDeadlines, pointers, stored
from tests.promises.test_crash import Killed, killed_once

pytestmark = pytest.mark.usefixtures("aws")
DUE, DAY = STARTED + LASTS, timedelta(days=1)
STEPS = [("deadlines", "find"), ("deadlines", "change"), ("schedules", "set")]
KILLED = pytest.mark.parametrize(
    "part, method, moment", [(*step, moment) for step in STEPS for moment in ("before", "after")]
)


def killed(kept: KeptDeadlines, part: str, method: str, moment: str) -> Any:
    return replace(kept.engine, **{part: killed_once(getattr(kept.engine, part), method, moment)})


def start(engine: Any) -> Deadline:
    """Keeps the event that starts a deadline."""
    new = replace(running("assignment"), moments=())
    engine.change(new, lambda before: before.with_moment(running("assignment").moments[0]))
    return new


@KILLED
def test_a_deadline_starts_once_wherever_its_event_is_killed(part: str, method: str, moment: str) -> None:
    kept = KeptDeadlines()
    with pytest.raises(Killed):
        start(killed(kept, part, method, moment))
    for _ in range(2):
        started = start(kept.engine)
    assert (len(stored(started).moments), stored(started).revision) == (1, 1)
    assert len(pointers()) == 1
    assert kept.at(started) == DUE - timedelta(days=3)


@KILLED
def test_a_deadline_is_missed_once_wherever_the_wake_is_killed(
    part: str, method: str, moment: str, aws: Any
) -> None:
    kept = KeptDeadlines()
    started = start(kept.engine)
    kept.time = DUE + timedelta(seconds=1)
    with pytest.raises(Killed):
        killed(kept, part, method, moment).wake(key_of(started))
    for _ in range(2):
        kept.engine.wake(key_of(started))
    assert [len(outbox_rows(aws, kind)) for kind in ("deadline.missed", "task.opened")] == [1, 1]
    assert kept.at(started) == DUE + timedelta(days=2)


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("method", ["change", "find"])
def test_the_sweep_keeps_a_deadline_whose_wake_was_killed_for_good(
    method: str, moment: str, aws: Any
) -> None:
    kept = KeptDeadlines()
    started = start(kept.engine)
    kept.time = DUE
    with pytest.raises(Killed):
        killed(kept, "deadlines", method, moment).wake(key_of(started))
    kept.schedules.at.clear()
    kept.time = DUE + 3 * DAY
    for _ in range(2):
        DueDeadlines(kept.engine).run(lambda: True)
    counts = [len(outbox_rows(aws, f"deadline.{kind}")) for kind in ("missed", "escalated")]
    assert counts == [1, 1]


def test_a_deadline_whose_schedule_was_never_set_is_found_by_the_sweep(aws: Any) -> None:
    kept = KeptDeadlines()
    with pytest.raises(Killed):
        start(killed(kept, "schedules", "set", "before"))
    assert kept.schedules.at == {}
    kept.time = DUE
    assert DueDeadlines(kept.engine).run(lambda: True) == (1, 0)
    assert len(outbox_rows(aws, "deadline.missed")) == 1


def test_control_a_deadline_without_a_pointer_is_found_by_no_sweep(aws: Any) -> None:
    kept = KeptDeadlines()
    start(kept.engine)
    kept.engine.deadlines.drop(pointers()[0])
    kept.time = DUE
    assert DueDeadlines(kept.engine).run(lambda: True) == (0, 0)
    assert outbox_rows(aws, "deadline.missed") == []
