"""Reserved money: what a booking reserves in the ledger of money, until it ends."""

from __future__ import annotations

from datetime import datetime

from helsebro.bookings.booking import Booking
from helsebro.bookings.correction import cause_of
from helsebro.payments.ledger.commitments import reservation_ended, reserved
from helsebro.payments.ledger.ledger_entry import EntryCause, LedgerEntry


def of_booking(booking: Booking) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a new booking; none while its price is open."""
    return reserved(_cause(booking, booking.booked_at), booking.reserved)


def of_end(booking: Booking, at: datetime) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a booking that is cancelled or missed: nothing is reserved for it any more."""
    return reservation_ended(_cause(booking, at), booking.reserved)


def of_held_after_all(booking: Booking, at: datetime) -> tuple[LedgerEntry, ...]:
    """Returns the entry of a session that was reported missed and was held: its fee is reserved again."""
    return reserved(_cause(booking, at), booking.reserved)


def _cause(booking: Booking, at: datetime) -> EntryCause:
    return EntryCause(
        cause_of(booking),
        booking.claim_id,
        at,
        booking.country,
        guarantee_id=booking.guarantee_id,
        clinic_id=booking.clinic_id,
    )
