"""Child processes of the stack: each has its own log and is ended by its process id."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from infra.account.command import CommandFault

GRACE_SECONDS = 8.0


class ChildFailed(CommandFault):
    """A part did not start; the message ends with the last lines of its log."""


class Child:
    """One process in its own session, so that a Ctrl-C in the terminal reaches only its parent."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        log: Path,
        environment: Mapping[str, str],
        folder: Path,
    ) -> None:
        self.name, self.log = name, log
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                list(command),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=dict(environment),
                cwd=folder,
                start_new_session=True,
            )

    def __enter__(self) -> Child:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    @property
    def pid(self) -> int:
        """The id of the process, and of the process group that it leads."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the process is still running."""
        return self._process.poll() is None

    def wait_until(self, ready: Callable[[], bool], seconds: float = 30.0) -> None:
        """Returns when ``ready`` returns true. Raises ``ChildFailed`` after ``seconds`` or an early end."""
        deadline = time.monotonic() + seconds
        while not ready():
            if not self.is_running:
                raise ChildFailed(f"{self.name} ended while starting:\n{self.last_lines()}")
            if time.monotonic() > deadline:
                raise ChildFailed(f"{self.name} is not ready after {seconds:.0f} s:\n{self.last_lines()}")
            time.sleep(0.1)

    def last_lines(self, count: int = 15) -> str:
        """Returns the last lines of its log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-count:])

    def end(self) -> None:
        """Ends the process and all that it started, by force after ``GRACE_SECONDS``."""
        if not self.is_running:
            return
        self._process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        # Its id belongs to its group until it is waited for: what it leaves behind is ended before that.
        while not self._has_ended() and time.monotonic() < deadline:
            time.sleep(0.05)
        os.killpg(self.pid, signal.SIGKILL)
        self._process.wait()

    def _has_ended(self) -> bool:
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
