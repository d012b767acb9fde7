"""Standing: how many sessions of a guarantee were held, or may still be reported as held, when it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from helsebro.ids import GuaranteeId


@dataclass(frozen=True)
class Standing:
    """``sessions`` counts those held or waiting for the clinic's report; ``is_final`` when none waits.

    ``last_held_on`` is the day of the last held session, if any; the course ended on that day (Q17).
    """

    sessions: int = 0
    is_final: bool = True
    last_held_on: date | None = None


StandingOf = Callable[[GuaranteeId, date], Standing]
"""Returns the standing of a guarantee by its id and last day; sessions after that day do not count."""
