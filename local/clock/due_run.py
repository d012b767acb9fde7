"""Due runs: what falls due while the clock moves on, in the order of their due times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


class RunFailed(Exception):
    """A function that fell due raised an exception; the text is its answer."""


@dataclass(frozen=True)
class DueRun:
    """One run of a schedule or the end of a wait. ``run`` raises ``RunFailed``."""

    due_at: datetime
    name: str
    run: Callable[[], None]
