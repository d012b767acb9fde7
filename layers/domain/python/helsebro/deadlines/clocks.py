"""Clocks: the table of every deadline that is kept (F1-07, F1-10, F1-16, F3-14, F3-18, F4-06, F4-31, F4-43).

A row says what starts, pauses and ends a clock, how long it runs, when it warns, and what happens when it is
missed. ``EVENTS_TO_COME`` are events of the contract that no code sends yet. A promise that only they can end
does not start before they are sent, since every one would be missed.
"""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.rows.of_claims import OF_CLAIMS
from helsebro.deadlines.rows.of_clinics import OF_CLINICS
from helsebro.deadlines.rows.of_consents import OF_CONSENTS
from helsebro.deadlines.rows.of_contracts import OF_CONTRACTS
from helsebro.deadlines.rows.of_messages import OF_MESSAGES
from helsebro.deadlines.rows.of_policies import OF_POLICIES
from helsebro.deadlines.rows.of_practitioners import OF_PRACTITIONERS

EVENTS_TO_COME = frozenset[str]()
CLOCKS: Mapping[str, ClockRow] = {
    row.kind: row
    for row in (
        *OF_CLAIMS,
        *OF_MESSAGES,
        *OF_CLINICS,
        *OF_CONSENTS,
        *OF_CONTRACTS,
        *OF_PRACTITIONERS,
        *OF_POLICIES,
    )
}


def rows_of(event_type: str) -> tuple[ClockRow, ...]:
    """Returns the clocks that an event of this type moves, of those that can end."""
    return tuple(row for row in CLOCKS.values() if can_end(row) and event_type in event_types(row))


def can_end(row: ClockRow) -> bool:
    """Whether a clock ends by itself or by an event that is sent already."""
    return row.nature != "promise" or any(on.event not in EVENTS_TO_COME for on in row.ends)


def event_types(row: ClockRow) -> frozenset[str]:
    """Returns the types of the events that move a clock."""
    return frozenset(on.event for every in row.moves().values() for on in every)


EVENT_TYPES = frozenset(event for row in CLOCKS.values() for event in event_types(row))
"""The types of all events that move a clock."""
