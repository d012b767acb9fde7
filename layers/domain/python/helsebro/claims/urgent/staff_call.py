"""Staff call: the staff are told at once to read words that suggest an acute need (F3-22)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from helsebro.events import Event

CALLED = "staff.called"


def staff_called(payer: str, named: Mapping[str, str], at: datetime) -> Event:
    """Returns the event that the staff of a queue are wanted now in a case or enquiry, ``named`` by ids.

    It says nothing of why: what a person wrote about health stays out of events.
    """
    return Event(CALLED, at, payer, dict(named))
