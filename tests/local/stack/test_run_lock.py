"""One stack a checkout: a second run changes nothing, and what a killed run left can be ended."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from local.stack import run_lock

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
HOLDS = """
import signal, sys, time
from pathlib import Path
from local.stack import run_lock
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
with run_lock.held(Path(sys.argv[1])) as lock:
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.lock"


@pytest.fixture
def part() -> Iterator[subprocess.Popen[bytes]]:
    """Yields a process that leads a group of its own, as every part of the stack does."""
    with subprocess.Popen(SLEEPS, start_new_session=True) as process:
        yield process
        process.kill()


def other_run(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLDS, str(path)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_run_is_refused_and_names_the_first(path: Path) -> None:
    with other_run(path) as first:
        with pytest.raises(run_lock.RunHere, match=rf"process {first.pid}\).*make stop"), run_lock.held(path):
            pytest.fail("two stacks ran in one checkout")
        first.kill()


def test_a_run_may_begin_after_one_that_was_killed_and_left_nothing(path: Path) -> None:
    with other_run(path) as first:
        first.kill()
        first.wait()
    with run_lock.held(path):
        pass


def test_what_a_killed_run_left_is_named_and_ended(path: Path, part: subprocess.Popen[bytes]) -> None:
    with run_lock.held(path) as lock:
        lock.note(part.pid)
        content = path.read_text()
    path.write_text(content)
    with pytest.raises(run_lock.RunHere, match="left 1 parts running: `make stop`"), run_lock.held(path):
        pytest.fail("a run began beside parts of another")
    assert run_lock.stop(path) == 1
    assert part.wait(10) != 0
    with run_lock.held(path):
        pass


def test_a_process_that_got_the_id_of_an_ended_part_is_left_alone(
    path: Path, part: subprocess.Popen[bytes]
) -> None:
    path.write_text(f'{{"run": 1, "parts": {{"{part.pid}": "Mon Nov  2 09:00:00 2026"}}}}')
    assert run_lock.left_behind(path) == []
    assert run_lock.stop(path) == 0
    assert part.poll() is None


def test_stop_ends_the_run_and_waits_for_it(path: Path) -> None:
    with other_run(path) as running:
        run_lock.stop(path)
        assert running.wait(10) == 0


def test_stop_without_a_run_ends_nothing(path: Path) -> None:
    assert run_lock.stop(path) == 0


def test_only_a_killed_run_has_left_parts(path: Path, part: subprocess.Popen[bytes]) -> None:
    assert run_lock.left_by_a_killed_run(path) == []
    with run_lock.held(path) as lock:
        lock.note(part.pid)
        content = path.read_text()
        assert run_lock.left_by_a_killed_run(path) == []
    assert run_lock.left_by_a_killed_run(path) == []
    path.write_text(content)
    assert run_lock.left_by_a_killed_run(path) == [part.pid]
