"""The clocks of a guarantee and its sessions: contact with the client, payout, expiry, the waitlist."""

from __future__ import annotations

from datetime import timedelta

from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.length import AsStored, Hours, HoursOrNextWorkingDay, Minutes, WorkingDays

NO_CLIENT_ANY_MORE = (
    On("guarantee.revoked"),
    On("client.referred-on"),
    On("course.ended"),
    On("match.ended"),
)

OF_CLINICS = (
    ClockRow(
        kind="contact",
        source="F1-10: the clinic contacts the client within 24 hours or on the next weekday",
        queue="network",
        subject="guaranteeId",
        length=HoursOrNextWorkingDay(24),
        starts=(On("guarantee.issued"),),
        ends=(On("client.contacted"), On("booking.created")),
        cancels=NO_CLIENT_ANY_MORE,
        facts="contact",
        warns=timedelta(hours=8),
        escalates=timedelta(hours=24),
        counts=frozenset({"end"}),
        on_warning=("remind-clinic",),
        on_breach=("open-task",),
        shown=True,
    ),
    ClockRow(
        kind="crisis-contact",
        source="F1-16: a client in a crisis is phoned within 2 hours",
        queue="network",
        subject="guaranteeId",
        length=Hours(2),
        starts=(On("guarantee.issued"),),
        # By phone: a report of a text message is refused for crisis help.
        ends=(On("client.contacted"),),
        cancels=NO_CLIENT_ANY_MORE,
        facts="crisis-contact",
        warns=timedelta(hours=1),
        escalates=timedelta(hours=1),
        counts=frozenset({"end"}),
        on_warning=("remind-clinic",),
        on_breach=("open-task",),
        shown=True,
    ),
    ClockRow(
        kind="payout",
        source="F1-07, F1-17: a session that is paid without an invoice is paid within 7 weekdays of it",
        queue="payments",
        subject="bookingId",
        length=WorkingDays(7),
        starts=(On("payout.approved"),),
        ends=(On("payment.sent", subject="bookingIds"),),
        cancels=(On("payout.withdrawn"),),
        facts="payout",
        warns=timedelta(days=2),
        counts=frozenset({"end"}),
        on_breach=("open-task",),
    ),
    ClockRow(
        kind="guarantee-expiry",
        source="F0-26: a guarantee expires",
        queue="claims",
        subject="guaranteeId",
        length=AsStored(),
        starts=(On("guarantee.issued"), On("guarantee.extended")),
        cancels=(On("guarantee.revoked"), On("course.ended")),
        facts="guarantee",
        nature="expiry",
        restarts=True,
        warns=timedelta(days=14),
        shown=True,
    ),
    ClockRow(
        kind="session-reminder",
        source="F0-28, F2-17: a session is known to both sides, and who pays is said before",
        queue="claims",
        subject="bookingId",
        length=AsStored(),
        starts=(On("booking.created"), On("booking.rescheduled")),
        cancels=(On("booking.cancelled"), On("session.cancelled"), On("session.held"), On("session.missed")),
        facts="session-reminder",
        nature="reminder",
        restarts=True,
    ),
    ClockRow(
        kind="waitlist-offer",
        source="api.md: an offer of the waitlist holds a slot for 30 minutes",
        queue="network",
        subject="waitlistId",
        length=Minutes(30),
        starts=(On("waitlist.offered"),),
        cancels=(On("waitlist.passed"), On("waitlist.ended")),
        # The staff have nothing to keep, so it is on none of their lists.
        nature="reminder",
        restarts=True,
    ),
    ClockRow(
        kind="waitlist-window",
        source="api.md: an entry of the waitlist waits until its last day",
        queue="network",
        subject="waitlistId",
        length=AsStored(),
        starts=(On("waitlist.joined"),),
        cancels=(On("waitlist.ended"),),
        facts="waitlist-window",
        nature="reminder",
    ),
)
