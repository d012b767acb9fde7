"""A second attempt to read, decide and write, when another writer was faster."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeAlias, TypeVar

from helsebro.errors import HelsebroError

ATTEMPTS = 20
SECONDS = 5.0
"""After so many seconds no further attempt begins: a function of the API ends at 10, and then no one hears
from it."""
PAUSE = 0.02
"""The most seconds of the first pause; the fifth and each later pause takes at most five times as many."""

Result = TypeVar("Result")
Conflicts: TypeAlias = type[HelsebroError] | tuple[type[HelsebroError], ...]


def retry_on_conflict(
    act: Callable[[], Result],
    conflict: Conflicts,
    *,
    attempts: int = ATTEMPTS,
    otherwise: HelsebroError | None = None,
    now: Callable[[], float] = time.monotonic,
) -> Result:
    """Returns what ``act`` returns; while ``act`` raises ``conflict``, calls it again after a pause.

    ``act`` must read again everything that it decides on, or it can only fail again. It contains no second
    loop over the same conflicts: a loop within a loop multiplies the attempts.

    The pauses are random, so that writers who collided once do not collide again. After ``attempts`` calls,
    or ``SECONDS`` by ``now``, it raises the last conflict, which is an error of the API itself (409), or
    ``otherwise`` in its place. Any other error of ``act`` is raised at once.
    """
    attempt, ends = 1, now() + SECONDS
    while True:
        try:
            return act()
        except conflict:
            if attempt >= attempts or now() >= ends:
                if otherwise is None:
                    raise
                raise otherwise from None
        time.sleep(random.uniform(0, PAUSE * min(attempt, 5)))
        attempt += 1
