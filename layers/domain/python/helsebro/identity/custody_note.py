"""Custody note: what happened to the family of a child, for the child and the guardians to see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from helsebro.ids import PersonId

CustodyEvent = Literal[
    "confirmed",
    "proposed",
    "agreed",
    "declined",
    "withdrawn",
    "rejected",
    "ended",
    "announced",
    "handed-over",
]
CustodyActor = Literal["employer", "guardian", "proposed-guardian", "underwriting", "birthday"]


@dataclass(frozen=True)
class CustodyNote:
    """What happened, when and by whom; ``about`` is the guardian, None when it concerns the whole family.

    ``reason`` is what underwriting wrote for the one whom it did not confirm.
    """

    at: datetime
    what: CustodyEvent
    by: CustodyActor
    about: PersonId | None = None
    reason: str | None = field(default=None, repr=False)
