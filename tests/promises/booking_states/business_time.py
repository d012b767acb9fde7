"""Business time of the functions in this process, which a test moves forward."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from helsebro_aws.platform import clock
from helsebro_aws.platform.moved_clock import ahead


@dataclass(frozen=True)
class BusinessTime:
    """The file says how far it is ahead of real time."""

    file: Path

    def begin(self) -> None:
        """Makes it real time."""
        self.file.write_text("0", "ascii")

    def pass_by(self, time: timedelta) -> None:
        """Moves it forward."""
        self.file.write_text(str((ahead(self.file) + time).total_seconds()), "ascii")


@contextmanager
def business_time(file: Path) -> Iterator[BusinessTime]:
    """The functions read this time while the block runs."""
    before, time = clock.FILE, BusinessTime(file)
    time.begin()
    clock.FILE = str(file)
    try:
        yield time
    finally:
        clock.FILE = before
