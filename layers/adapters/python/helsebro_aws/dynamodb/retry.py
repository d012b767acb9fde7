"""Reading, deciding and writing again when another writer was faster."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeAlias, TypeVar

from helsebro.errors import HelsebroError

ATTEMPTS = 20
PAUSE = 0.02
"""The first pause takes up to so many seconds, the fifth and every later one up to five times as many."""

Result = TypeVar("Result")
Conflicts: TypeAlias = type[HelsebroError] | tuple[type[HelsebroError], ...]


def retry_on_conflict(
    act: Callable[[], Result],
    conflict: Conflicts,
    *,
    attempts: int = ATTEMPTS,
    otherwise: HelsebroError | None = None,
) -> Result:
    """Calls ``act`` and returns what it returns; while it raises ``conflict``, calls it again after a pause.

    ``act`` must read anew all that it decides on, or it can only fail again. It holds no second loop over the
    same conflicts: a loop within a loop multiplies the attempts.

    The pauses are random, so that writers who met once do not meet again. After so many ``attempts`` it
    raises the last conflict, which is an error of the API itself (409), or ``otherwise`` in its place. Any
    other error of ``act`` is raised at once.
    """
    attempt = 1
    while True:
        try:
            return act()
        except conflict:
            if attempt >= attempts:
                if otherwise is None:
                    raise
                raise otherwise from None
        time.sleep(random.uniform(0, PAUSE * min(attempt, 5)))
        attempt += 1
