"""A clinic system's reports about a booked session: it was held, missed or cancelled.

A report that says what is so already changes nothing; any other one about a closed booking is refused, unless
it corrects whether the session was held. So is one from before its booking, or its session (``event_time``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any, Literal

from helsebro.bookings.booking import Booking, CancelledBy
from helsebro.bookings.correction import corrected
from helsebro.errors import Fault, NotFound
from helsebro.ids import BookingId
from helsebro_aws.bookings.booking_changes import BookingChanges
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.making.corrected_session import CorrectedSessions, SessionChanged
from helsebro_aws.clinic_systems import event_time
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Busy
from helsebro_aws.http.answer import ACCEPTED, HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.platform import clock


def own_booking(bookings: DynamoBookings, call: Call, booking_id: BookingId) -> Booking:
    """Returns the booking of one of the caller's clients. Raises ``NotFound``, also for another clinic's."""
    booking = bookings.find(booking_id)
    if not call.caller.treats_at(booking.clinic_id, booking.practitioner_id):
        raise NotFound()
    return booking


@dataclass(frozen=True)
class SessionReports:
    """Each report counts once, however often it is sent."""

    bookings: DynamoBookings = field(default_factory=DynamoBookings)
    changes: BookingChanges = field(default_factory=BookingChanges)
    corrections: CorrectedSessions = field(default_factory=CorrectedSessions)

    def hold(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``session.held``: uses one session of the guarantee, once."""
        return self._report(call, data.booking_id, "held", at)

    def miss(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``session.missed``: the payer never pays for it, so the guarantee gets the session back (F0-28)."""
        return self._report(call, data.booking_id, "missed", at)

    def cancel(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``session.cancelled``: by the clinic, which withdraws the slot, or by a client who called it."""
        booking = own_booking(self.bookings, call, data.booking_id)
        by: CancelledBy = "clinic" if data.by == "clinic" else "member"
        cancelled = booking.report_cancelled(by, clock.now(), data.reason)
        event_time.refuse(event_time.of_session("session.cancelled", booking, at))
        self.changes.cancel(booking, cancelled, "session.cancelled", call.receipt(ACCEPTED))
        return ACCEPTED

    def correct(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        """``session.corrected``: whether it was held, after all; the last word counts, in any order."""
        return retry_on_conflict(partial(self._correct, call, data, at), SessionChanged, otherwise=Busy())

    def _correct(self, call: Call, data: Any, at: datetime) -> HttpAnswer:
        booking = own_booking(self.bookings, call, data.booking_id)
        event_time.refuse(event_time.of_session("session.corrected", booking, at))
        after = corrected(booking, data.became, at, clock.now())
        self.corrections.store(booking, after, call.receipt(ACCEPTED))
        return ACCEPTED

    def faults_of_time(self, call: Call, kind: str, named: Mapping[str, Any], at: datetime) -> list[Fault]:
        """Returns the fault of when an event happened, by the booking that it names."""
        return event_time.of_session(kind, own_booking(self.bookings, call, named.get("booking_id", "")), at)

    def _report(
        self, call: Call, booking_id: BookingId, status: Literal["held", "missed"], at: datetime
    ) -> HttpAnswer:
        event = f"session.{status}"
        booking = own_booking(self.bookings, call, booking_id)
        reported = booking.report(status, clock.now())
        event_time.refuse(event_time.of_session(event, booking, at))
        self.changes.report(booking, reported, event, call.receipt(ACCEPTED))
        return ACCEPTED
