"""Revoked bookings: sessions that a revoked guarantee no longer pays for are cancelled (F0-15, F0-28)."""

from __future__ import annotations

from helsebro.bookings.booking import Booking, BookingClosed
from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import BookingId, GuaranteeId
from helsebro_aws.bookings.booking_changes import BookingChanges
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock


class RevokedBookings:
    """Cancels bookings. All is read as it is now, so a second run cancels nothing twice."""

    def __init__(self, on: Tables = tables) -> None:
        self.changes = BookingChanges(on)
        self.bookings = self.changes.bookings

    def cancel(self, guarantee_id: GuaranteeId) -> int:
        """Cancels the sessions after the last day of a revoked guarantee; returns how many it cancelled.

        Their slots are free again. The clinic and the member are told of each. Raises ``NotFound``.
        """
        _, guarantee = self.bookings.case_of(guarantee_id)
        if guarantee.status != "revoked":
            return 0
        known = self.bookings.of_guarantee(guarantee_id)
        return sum(self._cancel(booking.booking_id, guarantee) for booking in known)

    def _cancel(self, booking_id: BookingId, guarantee: Guarantee) -> bool:
        def once() -> bool:
            before = self.bookings.find(booking_id)
            if not _is_unpaid(before, guarantee):
                return False
            self.changes.cancel(before, before.cancel("payer", clock.now()), "booking.cancelled")
            return True

        return retry_on_conflict(once, BookingClosed)


def _is_unpaid(booking: Booking, guarantee: Guarantee) -> bool:
    is_to_come = booking.status == "booked" and booking.starts_at > clock.now()
    return is_to_come and booking.on > guarantee.last_day
