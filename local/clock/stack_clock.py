"""The clock of one embedded stack: business time in a file that its functions read."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from helsebro.local_day import local_day
from helsebro_aws.platform import moved_clock
from helsebro_aws.platform.clock import real_now
from infra.account.command import CommandFault


class ClockMoving(CommandFault):
    """Another command is moving this clock."""

    def __init__(self) -> None:
        super().__init__("Another command is moving the clock: wait until it has finished.")


@dataclass(frozen=True)
class StackClock:
    """``path`` is the file of ``HELSEBRO_CLOCK_FILE`` (``helsebro_aws.platform.moved_clock``)."""

    path: Path

    @classmethod
    def of(cls, stack: Mapping[str, Any]) -> StackClock:
        """Returns the clock of the stack with this ``stack.json``."""
        return cls(Path(stack["clockFile"]))

    def start(self, ahead: timedelta = timedelta()) -> None:
        """Sets business time to real time, as it is when a stack starts, or so far ahead of it."""
        self._write(ahead)

    @property
    def ahead(self) -> timedelta:
        """How far business time is ahead of real time."""
        return moved_clock.ahead(self.path)

    def now(self) -> datetime:
        """Returns the current instant of business time, in UTC."""
        return real_now() + self.ahead

    def today(self) -> date:
        """Returns the current local day of business time, which the platform's rules about dates mean."""
        return local_day(self.now())

    def advance(self, at: datetime) -> None:
        """Sets business time to an instant, from where it goes on; never back. Runs nothing that fell due."""
        self._write(max(self.ahead, at - real_now()))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps other commands from moving the clock. Raises ``ClockMoving`` while one does."""
        with self.path.with_suffix(".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ClockMoving from None
            yield

    def _write(self, ahead: timedelta) -> None:
        """Writes in one step: a function may read at any moment."""
        fresh = self.path.with_suffix(".new")
        fresh.write_text(str(ahead.total_seconds()), "ascii")
        fresh.replace(self.path)
