from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from local.clock.due_run import DueRun, RunFailed
from local.clock.forward import run_in_order
from local.clock.stack_clock import StackClock

FIRST = datetime(2070, 12, 1, 2, 10, tzinfo=UTC)
A_DAY = timedelta(days=1)


def test_each_run_sees_its_due_time_and_a_failure_stops_no_other(tmp_path: Path) -> None:
    clock, seen, lines = StackClock(tmp_path / "clock"), list[datetime](), list[str]()
    clock.start()

    def fail() -> None:
        seen.append(clock.now())
        raise RunFailed("Unavailable")

    runs = [
        DueRun(FIRST, "release", lambda: seen.append(clock.now())),
        DueRun(FIRST, "timeout", fail),
        DueRun(FIRST, "timeout", fail),
        DueRun(FIRST + A_DAY, "sweep", lambda: seen.append(clock.now())),
    ]
    assert run_in_order(clock, runs, "%Y-%m-%d", lines.append) == 2
    due = [run.due_at for run in runs]
    assert all(at <= instant < at + A_DAY for at, instant in zip(due, seen, strict=True))
    assert seen == sorted(seen)
    assert lines == [
        "  2070-12-01 02:10 UTC  timeout failed: Unavailable",
        "  2070-12-01  1 × release, 2 × timeout failed",
        "  2070-12-02  1 × sweep",
    ]


def test_a_long_move_prints_a_line_a_month(tmp_path: Path) -> None:
    clock, lines = StackClock(tmp_path / "clock"), list[str]()
    clock.start()
    runs = [DueRun(FIRST + day * A_DAY, "sweep", lambda: None) for day in range(32)]
    assert run_in_order(clock, runs, "%Y-%m", lines.append) == 0
    assert lines == [
        "  2070-12-26 02:10 UTC  25 runs so far",
        "  2070-12  31 × sweep",
        "  2071-01  1 × sweep",
    ]
