"""Consent state: where a consent of any kind stands, and what a no or the end of its year makes of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

ConsentState = Literal["undecided", "given", "refused", "withdrawn", "expired"]


def after_no(before: ConsentState) -> ConsentState:
    """Returns the state after a no: a withdrawal of what was once given, else a refusal."""
    return "withdrawn" if before in ("given", "expired", "withdrawn") else "refused"


def state_on(day: date, state: ConsentState, expires_on: date | None) -> ConsentState:
    """Returns the state as of a local day: a given consent expires after its year (F4-13)."""
    is_over = state == "given" and expires_on is not None and day >= expires_on
    return "expired" if is_over else state
