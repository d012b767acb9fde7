"""Refunded booking: a session that the member paid and is refunded for, although it was booked with us.

One session is one use of a guarantee, whatever the way: its booking counts it, and the refund does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from helsebro.benefits.clash import certainty_of
from helsebro.benefits.named_practitioner import NamedPractitioner
from helsebro.benefits.use import Spent, Use
from helsebro.ids import BookingId


@dataclass(frozen=True)
class StandingBooking:
    """A booking that counts on its guarantee, on its local day; ``by`` is who treats, when that matters."""

    booking_id: BookingId
    on: date
    treatment: str
    by: NamedPractitioner | None = None


def on_bookings(use: Use, standing: Iterable[StandingBooking]) -> Use:
    """Returns the use of a refund with the booking of each session that has one, each booking once.

    They are the same by the rule of what is paid twice: treatment and day, and no two named practitioners.
    """
    left = list(standing)
    found: list[Spent] = []
    for spent in use.sessions:
        booking = next((each for each in left if _is_same(spent, each)), None)
        if booking:
            left.remove(booking)
        found.append(replace(spent, booking_id=booking.booking_id) if booking else spent)
    return replace(use, sessions=tuple(found))


def _is_same(spent: Spent, booking: StandingBooking) -> bool:
    same_treatment = (spent.on, spent.treatment) == (booking.on, booking.treatment)
    return same_treatment and certainty_of(spent.by, booking.by) == "certain"
