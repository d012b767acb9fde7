"""A second attempt to read, decide and write, when another writer was faster."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from helsebro.errors import HelsebroError

ATTEMPTS = 20
SECONDS = 5.0
"""After so many seconds no further attempt begins: a function of the API ends at 10, and then no one hears
from it."""
PAUSE = 0.02
"""The most seconds of the first pause; the fifth and each later pause takes at most five times as many."""

Result = TypeVar("Result")
Conflicts: TypeAlias = type[Exception] | tuple[type[Exception], ...]


def random_pause(attempt: int, _: Exception) -> None:
    """Waits before the next attempt, at random: writers who collided once do not collide again."""
    time.sleep(random.uniform(0, PAUSE * min(attempt, 5)))


def retry_on_conflict(
    act: Callable[[], Result],
    conflict: Conflicts,
    *,
    attempts: int = ATTEMPTS,
    otherwise: HelsebroError | None = None,
    now: Callable[[], float] = time.monotonic,
    pause: Callable[[int, Any], None] = random_pause,
    within: float | None = None,
) -> Result:
    """Returns what ``act`` returns; while ``act`` raises ``conflict``, calls it again after a pause.

    ``act`` must read again everything that it decides on, or it can only fail again. It contains no second
    loop over the same conflicts: a loop within a loop multiplies the attempts.

    ``pause`` gets the number of the attempt and its conflict; it ends the attempts if it raises. After
    ``attempts`` calls, or ``within`` seconds by ``now`` (``SECONDS`` without it), it raises the last
    conflict, which for the API is an error of its own (409), or ``otherwise`` in its place. Any other error
    of ``act`` is raised at once.
    """
    attempt, ends = 1, now() + (SECONDS if within is None else within)
    while True:
        try:
            return act()
        except conflict as met:
            if attempt >= attempts or now() >= ends:
                if otherwise is None:
                    raise
                raise otherwise from None
            pause(attempt, met)
        attempt += 1
