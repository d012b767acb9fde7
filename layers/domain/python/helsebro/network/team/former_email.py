"""Former email: an address of a clinic that was replaced (promise 28).

Who gets hold of a clinic's login changes its address first, so that the mails about its account reach no one
else. What is about money therefore goes to the addresses of the last weeks, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

TOLD_FOR = timedelta(days=30)
MOST_KEPT = 10
"""The first ones are kept: who changes the address again and again pushes none out."""


@dataclass(frozen=True)
class FormerEmail:
    """``until`` is when it was replaced."""

    email: str = field(repr=False)
    until: datetime

    def was_in_force(self, at: datetime) -> bool:
        """Returns whether it was the clinic's in the days before."""
        return at - self.until < TOLD_FOR


def kept_after(
    known: tuple[FormerEmail, ...], before: str, after: str, at: datetime
) -> tuple[FormerEmail, ...]:
    """Returns the former addresses after a change of the address, the first one first."""
    if not before or before == after:
        return known
    lately = tuple(each for each in known if each.was_in_force(at))
    return (*lately, FormerEmail(before, at))[:MOST_KEPT]
