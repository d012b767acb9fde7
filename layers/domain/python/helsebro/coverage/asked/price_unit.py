"""Price unit: whether the amounts of a question are for one session or for the whole treatment."""

from __future__ import annotations

from typing import Literal

PriceUnit = Literal["session", "whole"]
SESSIONS = "treatment.sessions"
IN_SESSIONS = frozenset(
    {
        "physiotherapy",
        "chiropractic",
        "acupuncture",
        "reflexology",
        "osteopathy",
        "craniosacral",
        "psychologist",
        "psychiatrist",
        "crisis-help",
        "dietitian",
    }
)
"""The treatments of which the terms grant a number of sessions."""


def price_unit(treatment: object, sessions: object) -> PriceUnit:
    """Returns what an amount is for: one session if the treatment has sessions or their number is known."""
    return "session" if sessions is not None or treatment in IN_SESSIONS else "whole"
