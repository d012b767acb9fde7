"""Standing: how many sessions of a guarantee are held, or may yet be told held, when it comes to its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from helsebro.ids import GuaranteeId


@dataclass(frozen=True)
class Standing:
    """``sessions`` were held or wait for the clinic's report, ``is_final`` says that none of them waits.

    ``last_held_on`` is the day of the last one held, if any: with it the course ended (Q17).
    """

    sessions: int = 0
    is_final: bool = True
    last_held_on: date | None = None


StandingOf = Callable[[GuaranteeId, date], Standing]
"""Returns the standing of a guarantee by its id and its last day; a session after that day does not count."""
