"""The lock of ``make run``: one stack a checkout, and what a killed run left behind.

The file holds the process ids of the run and of its parts. The run holds a lock on it, which the operating
system releases however the run ends.
"""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from infra.account.command import CommandFault

GRACE_SECONDS = 10.0


class RunHere(CommandFault):
    """A stack is running in this checkout, or a killed one left processes; the text says what to do."""


@dataclass
class RunLock:
    """The lock, while this process holds it. ``parts`` maps a process id to when the process began."""

    path: Path
    parts: dict[int, str] = field(default_factory=dict)

    def note(self, pid: int) -> None:
        """Notes a part, which leads a process group of its own, as soon as it has started."""
        self.parts[pid] = began(pid)
        self._write()

    def _write(self) -> None:
        content = {"run": os.getpid(), "parts": {str(pid): at for pid, at in self.parts.items()}}
        self.path.write_text(json.dumps(content))


@contextmanager
def held(path: Path) -> Iterator[RunLock]:
    """Holds the lock while the block runs. Raises ``RunHere``, and then changes nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        if not _locked(file.fileno()):
            raise RunHere(
                f"A stack is already running in this checkout (process {_read(path)[0]}). "
                "End it with Ctrl-C there, or with `make stop`."
            )
        if left := left_behind(path):
            raise RunHere(
                f"A run that was killed left {len(left)} parts running: `make stop` ends them, "
                "then start again."
            )
        lock = RunLock(path)
        lock._write()
        yield lock
        path.write_text("")


def left_by_a_killed_run(path: Path) -> list[int]:
    """Returns the process ids of parts whose run is no longer there to end them."""
    if not path.exists():
        return []
    with path.open("a+") as file:
        return left_behind(path) if _locked(file.fileno()) else []


def left_behind(path: Path) -> list[int]:
    """Returns the process ids of parts that a killed run left running."""
    return [pid for pid, at in _read(path)[1].items() if began(pid) == at]


def stop(path: Path, seconds: float = 60.0) -> int:
    """Ends the run that holds the lock, and whatever a killed one left; returns how many parts were ended.

    Raises ``RunHere`` when the run has not ended after ``seconds``.
    """
    if not path.exists():
        return 0
    run, parts = _read(path)
    with path.open("a+") as file:
        deadline = time.monotonic() + seconds
        if not _locked(file.fileno()):
            os.kill(run, signal.SIGTERM)
            while not _locked(file.fileno()):
                if time.monotonic() > deadline:
                    raise RunHere(f"The run (process {run}) has not ended yet.")
                time.sleep(0.2)
            return len(parts)
        left = left_behind(path)
        for pid in left:
            _end_group(pid)
        path.write_text("")
        return len(left)


def began(pid: int) -> str:
    """Returns when a process began, or nothing when there is none: a later process may have the same id."""
    asked = ["ps", "-o", "stat=", "-o", "lstart=", "-p", str(pid)]
    state, _, at = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.partition(" ")
    # A process that has ended stays in the list until its parent has asked for its exit code.
    return "" if state.startswith("Z") else at.strip()


def _end_group(pid: int) -> None:
    """Ends a part with the processes that it started, by force after ``GRACE_SECONDS``."""
    os.killpg(pid, signal.SIGTERM)
    deadline = time.monotonic() + GRACE_SECONDS
    while began(pid):
        if time.monotonic() > deadline:
            os.killpg(pid, signal.SIGKILL)
            return
        time.sleep(0.1)


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read(path: Path) -> tuple[int, Mapping[int, str]]:
    text = path.read_text() if path.exists() else ""
    content: dict[str, Any] = json.loads(text) if text else {"run": 0, "parts": {}}
    return int(content["run"]), {int(pid): at for pid, at in content["parts"].items()}
