"""Occasions: the events on which the waitlist changes."""

from __future__ import annotations

SLOT_FREED = (
    "slots.published",
    "practitioner.changed",
    "booking.cancelled",
    "booking.rescheduled",
    "session.cancelled",
    "waitlist.passed",
    "waitlist.ended",
)
"""After these a slot may have become free, also one on the days of a pause that ended early. A session that
the clinic cancels leaves no free slot, because its practitioner is not there; one that a client cancels by
phone does, and a slot that is published again."""
ENTRY_FOLLOWS = (
    "booking.created",
    "booking.rescheduled",
    "guarantee.issued",
    "guarantee.extended",
    "guarantee.revoked",
    "client.matched",
    "match.ended",
    "course.ended",
    "consent.withdrawn",
)
"""After these the entries of a case may wait elsewhere, in another order, or no more."""
TIME_UP = "deadline.reached"
OFFER_CLOCK, WINDOW_CLOCK = "waitlist-offer", "waitlist-window"
"""The kinds of clocks whose end changes an entry."""
OCCASIONS = tuple(sorted({*SLOT_FREED, *ENTRY_FOLLOWS, TIME_UP}))
