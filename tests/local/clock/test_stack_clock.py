from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from helsebro_aws.platform.clock import real_now
from local.clock.stack_clock import ClockMoving, StackClock


@pytest.fixture
def clock(tmp_path: Path) -> StackClock:
    clock = StackClock.of({"clockFile": str(tmp_path / "clock")})
    clock.start()
    return clock


def test_a_stack_starts_at_the_real_time(clock: StackClock) -> None:
    assert clock.ahead == timedelta()
    clock.advance(real_now() + timedelta(days=2))
    clock.start()
    assert clock.ahead == timedelta()


def test_a_moved_clock_goes_on_from_the_new_time(clock: StackClock) -> None:
    at = datetime(2070, 12, 1, 8, 0, tzinfo=UTC)
    clock.advance(at)
    first = clock.now()
    second = clock.now()
    assert at <= first < second
    assert clock.today() >= at.date()


def test_today_is_the_local_day_also_in_the_hour_after_a_local_midnight(clock: StackClock) -> None:
    clock.advance(datetime(2070, 12, 1, 23, 10, tzinfo=UTC))
    assert clock.today() == date(2070, 12, 2)


def test_no_instant_moves_a_clock_back(clock: StackClock) -> None:
    clock.advance(real_now() + timedelta(days=2))
    before = clock.ahead
    clock.advance(real_now() + timedelta(days=1))
    assert clock.ahead == before


def test_two_commands_cannot_move_one_clock(clock: StackClock) -> None:
    with clock.held(), pytest.raises(ClockMoving), clock.held():
        pass
    with clock.held():
        assert clock.ahead == timedelta()
