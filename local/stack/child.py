"""Child processes of the stack: each has its own log and is ended by its process id."""

from __future__ import annotations

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
        """Ends the process, by force after ``GRACE_SECONDS``, and returns when it has ended."""
        if not self.is_running:
            return
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
