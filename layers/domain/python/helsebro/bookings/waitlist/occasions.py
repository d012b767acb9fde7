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
CALENDAR_CHANGED = ("slots.published", "slots.withdrawn", "practitioner.changed", "practitioner.ended")
"""After these an offered slot may be gone, and a practitioner may treat no one any more."""
ENTRY_FOLLOWS = (
    "booking.created",
    "booking.rescheduled",
    "guarantee.issued",
    "guarantee.extended",
    "guarantee.revoked",
    "client.matched",
    "match.ended",
    "guarantee.unbound",
    "course.ended",
    "consent.withdrawn",
)
"""After these the entries of a case may wait elsewhere, in another order, or no more."""
TIME_UP = "deadline.reached"
OFFER_CLOCK, WINDOW_CLOCK = "waitlist-offer", "waitlist-window"
"""The kinds of clocks whose end changes an entry."""
OCCASIONS = tuple(sorted({*SLOT_FREED, *CALENDAR_CHANGED, *ENTRY_FOLLOWS, TIME_UP}))
