"""The moved clock of the embedded stack: a file says how far business time is ahead of real time."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path


def ahead(path: str | Path) -> timedelta:
    """Returns how far business time is ahead of real time: the file holds a number of seconds.

    It is read at every call, so that a function that is already running knows the new time at its next call.
    """
    return timedelta(seconds=float(Path(path).read_text("ascii")))
