"""Match decline: a clinic's or a practitioner's no to a client whom staff matched there (F1-22)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from helsebro.caller import Caller
from helsebro.tasks.declined_match import DeclineReason

DeclineScope = Literal["clinic", "practitioner"]
"""Whom a no holds for: the whole clinic, or the one practitioner who said it."""


@dataclass(frozen=True)
class Decline:
    """Why a client is declined, and who is not to treat the client. Only staff may read the ``text``."""

    reason: DeclineReason
    text: str | None = field(default=None, repr=False)
    scope: DeclineScope = "clinic"

    @classmethod
    def by(cls, caller: Caller, reason: DeclineReason, text: str | None) -> Decline:
        """Returns the no of a caller: a practitioner speaks only for the own person.

        The system and the signatory speak for the clinic, whomever the match named.
        """
        return cls(reason, text, "practitioner" if caller.practitioner_id else "clinic")
