"""Mandate act: one thing that a holder did under a mandate, kept for the person of the case (F4-18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from helsebro.ids import MandateId

ActKind = Literal[
    "report", "upload", "message", "hold", "booking", "waitlist", "facts", "extension", "refund", "complaint"
]


@dataclass(frozen=True)
class MandateAct:
    """``about`` is the id of what was made or changed: a claim, document, hold, booking, and so on."""

    mandate_id: MandateId
    kind: ActKind
    at: datetime
    about: str
