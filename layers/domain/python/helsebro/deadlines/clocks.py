"""Clocks: the table of every deadline that is kept (F1-07, F1-10, F1-16, F3-14, F3-18, F4-06, F4-31, F4-43).

A row says what starts, pauses and ends a clock, how long it runs, when it warns, and what happens when it is
missed. ``EVENTS_TO_COME`` are events of the contract that no code sends yet; their rows start with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time, timedelta

from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.length import AsStored, Days, DayTime, Hours, HoursOrNextWorkingDay, WorkingDays

CLAIMS, REFUNDS, EXTENSIONS = frozenset({"claims"}), frozenset({"refunds"}), frozenset({"extensions"})
DECIDED = frozenset({"approve", "deny"})
APPROVED, ASKED = frozenset({"approve"}), frozenset({"clarify"})
ANSWERING = frozenset({"not-accepted", "withdrawn"})
EVENTS_TO_COME = frozenset({"payment.sent", "complaint.made", "complaint.decided"})
MORNING = time(10)
"""When a message that nobody waits for is sent."""

OF_CLAIMS = (
    ClockRow(
        kind="first-answer",
        source="F4-06, F4-07, F4-08: 98 % within 24 hours, from consent, report and papers, pauses excluded",
        queue="claims",
        subject="claimId",
        length=Hours(24),
        starts=(On("claim.completed", {"round": frozenset({"1"})}),),
        pauses=(On("task.decided", {"queue": CLAIMS, "decision": ASKED}),),
        # A later round begins with the member's answer.
        resumes=(On("claim.completed"),),
        ends=(On("task.decided", {"queue": CLAIMS, "decision": DECIDED}),),
        facts="claim",
        warns=timedelta(hours=4),
        escalates=timedelta(hours=4),
        counts=frozenset({"pause", "end"}),
        on_breach=("notify-staff",),
        shown=True,
    ),
    ClockRow(
        kind="document-reply",
        source="F4-43: a reply to uploaded documents within 2 days",
        queue="claims",
        subject="claimId",
        length=Hours(48),
        starts=(On("document.accepted"),),
        ends=(On("task.decided", {"queue": CLAIMS}),),
        facts="claim-in-review",
        warns=timedelta(hours=8),
        escalates=timedelta(hours=24),
        counts=frozenset({"end"}),
        on_breach=("notify-staff",),
        shown=True,
    ),
    ClockRow(
        kind="consultation",
        source="R-1203, F3-14: a consultation at a hospital or clinic of the network within 10 working days",
        queue="claims",
        subject="claimId",
        length=WorkingDays(10),
        starts=(On("task.decided", {"queue": CLAIMS, "decision": APPROVED}),),
        # The session meets it when it takes place, also when the member does not come.
        ends=(
            On("booking.created", key="bookingId", at="slotId"),
            On("booking.rescheduled", key="bookingId", at="slotId"),
        ),
        undoes=(On("booking.cancelled", key="bookingId"), On("session.cancelled", key="bookingId")),
        facts="consultation",
        warns=timedelta(days=3),
        escalates=timedelta(days=2),
        counts=frozenset({"end"}),
        on_breach=("open-task", "notify-staff"),
        shown=True,
    ),
    ClockRow(
        kind="assignment",
        source="R-1204: a psychologist or a physical practitioner within 10 working days, where possible",
        queue="claims",
        subject="claimId",
        length=WorkingDays(10),
        starts=(On("task.decided", {"queue": CLAIMS, "decision": APPROVED}),),
        ends=(On("booking.created"),),
        facts="assignment",
        warns=timedelta(days=3),
        escalates=timedelta(days=2),
        counts=frozenset({"end"}),
        on_breach=("open-task", "notify-staff"),
        shown=True,
    ),
    ClockRow(
        kind="refund",
        source="F4-31: a refund within at most 2 weeks",
        queue="refunds",
        subject="refundId",
        length=Days(14),
        starts=(On("refund.received"),),
        ends=(On("task.decided", {"queue": REFUNDS, "decision": DECIDED}),),
        facts="case",
        warns=timedelta(days=2),
        escalates=timedelta(days=2),
        counts=frozenset({"end"}),
        on_breach=("notify-staff",),
        shown=True,
    ),
    ClockRow(
        kind="extension",
        source="F1-25, F4-34: more sessions are decided as fast as the first ones",
        queue="extensions",
        subject="extensionId",
        length=Hours(24),
        starts=(On("extension.requested"),),
        ends=(On("task.decided", {"queue": EXTENSIONS, "decision": DECIDED}),),
        facts="case",
        warns=timedelta(hours=4),
        escalates=timedelta(hours=4),
        counts=frozenset({"end"}),
        on_breach=("notify-staff",),
        shown=True,
    ),
    ClockRow(
        kind="consent-expiry",
        source="F4-13: a consent is valid for one year",
        queue="claims",
        subject="claimId",
        length=AsStored(),
        starts=(On("consent.given"),),
        cancels=(On("consent.withdrawn"), On("consent.refused")),
        facts="consent",
        nature="expiry",
        restarts=True,
        warns=timedelta(days=30),
        shown=True,
    ),
    ClockRow(
        kind="crisis-start",
        source="R-7144: crisis help begins within 3 weeks of the event",
        queue="claims",
        subject="claimId",
        length=AsStored(),
        starts=(On("task.decided", {"queue": CLAIMS, "decision": APPROVED}),),
        ends=(
            On("booking.created", key="bookingId", at="slotId"),
            On("booking.rescheduled", key="bookingId", at="slotId"),
        ),
        undoes=(On("booking.cancelled", key="bookingId"), On("session.cancelled", key="bookingId")),
        facts="crisis-start",
        warns=timedelta(days=5),
        on_breach=("notify-staff",),
        shown=True,
    ),
    ClockRow(
        kind="crisis-end",
        source="R-7145, Q13: crisis help ends within 6 months of the event",
        queue="claims",
        subject="claimId",
        length=AsStored(),
        starts=(On("task.decided", {"queue": CLAIMS, "decision": APPROVED}),),
        facts="crisis-end",
        nature="expiry",
        shown=True,
    ),
    ClockRow(
        kind="missing-after-3-days",
        source="F4-07, F4-12, F4-17: reminds of a consent or papers that a claim still needs",
        queue="claims",
        subject="claimId",
        length=DayTime(3, MORNING),
        starts=(On("claim.reported"),),
        ends=(On("claim.completed"),),
        facts="claim",
        nature="reminder",
    ),
    ClockRow(
        kind="missing-after-10-days",
        source="F4-07, F4-12, F4-17: reminds once more",
        queue="claims",
        subject="claimId",
        length=DayTime(10, MORNING),
        starts=(On("claim.reported"),),
        ends=(On("claim.completed"),),
        facts="claim",
        nature="reminder",
    ),
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
        cancels=(On("guarantee.revoked"), On("client.referred-on"), On("course.ended")),
        facts="contact",
        warns=timedelta(hours=8),
        escalates=timedelta(hours=24),
        counts=frozenset({"end"}),
        on_breach=("open-task", "notify-staff"),
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
        cancels=(On("guarantee.revoked"), On("client.referred-on"), On("course.ended")),
        facts="crisis-contact",
        warns=timedelta(hours=1),
        escalates=timedelta(hours=1),
        counts=frozenset({"end"}),
        on_breach=("open-task", "notify-staff"),
        shown=True,
    ),
    ClockRow(
        kind="payout",
        source="F1-07, F1-17: a session is paid within 7 weekdays",
        queue="payments",
        subject="bookingId",
        length=WorkingDays(7),
        starts=(On("session.held"),),
        ends=(On("payment.sent", subject="bookingIds"),),
        facts="case",
        warns=timedelta(days=2),
        counts=frozenset({"end"}),
        on_breach=("notify-staff",),
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
        source="F2-17: a session is known to both sides the day before",
        queue="claims",
        subject="bookingId",
        length=AsStored(),
        starts=(On("booking.created"), On("booking.rescheduled")),
        cancels=(On("booking.cancelled"), On("session.cancelled"), On("session.held"), On("session.missed")),
        facts="day-before",
        nature="reminder",
        restarts=True,
    ),
)
OF_POLICIES = (
    ClockRow(
        kind="premium-reminder",
        source="R-1402, F3-18: cover stops when the premium is unpaid 21 days after the reminder",
        queue="underwriting",
        subject="policyId",
        length=AsStored(),
        starts=(On("premium.reminded"),),
        ends=(On("premium.paid"),),
        facts="reminder",
        nature="expiry",
        restarts=True,
        warns=timedelta(days=7),
        on_breach=("notify-staff",),
    ),
    ClockRow(
        kind="notice-answer",
        source="R-1406, R-1412, F3-19: no answer by the last day accepts the notice",
        queue="underwriting",
        subject="noticeId",
        length=AsStored(),
        starts=(On("policy.noticed"),),
        cancels=(On("policy.noticed", {"kind": ANSWERING}, subject="about"),),
        facts="notice",
        nature="expiry",
        warns=timedelta(days=7),
    ),
    ClockRow(
        kind="run-off",
        source="R-1315, Q14: cover of what arose and was reported in the term ends 6 months after it",
        queue="claims",
        subject="personId",
        length=AsStored(),
        starts=(On("insured.left"),),
        cancels=(On("insured.enrolled"),),
        facts="run-off",
        nature="expiry",
        restarts=True,
    ),
    ClockRow(
        kind="complaint",
        source="R-1501, F3-21: a complaint is answered; the number is ours",
        queue="complaints",
        subject="complaintId",
        length=WorkingDays(20),
        starts=(On("complaint.made"),),
        ends=(On("complaint.decided"),),
        facts="case",
        warns=timedelta(days=5),
        escalates=timedelta(days=5),
        counts=frozenset({"end"}),
        on_breach=("notify-staff",),
        shown=True,
    ),
)
CLOCKS: Mapping[str, ClockRow] = {row.kind: row for row in (*OF_CLAIMS, *OF_CLINICS, *OF_POLICIES)}


def rows_of(event_type: str) -> tuple[ClockRow, ...]:
    """Returns the clocks that an event of this type moves."""
    return tuple(row for row in CLOCKS.values() if event_type in event_types(row))


def event_types(row: ClockRow) -> frozenset[str]:
    """Returns the types of the events that move a clock."""
    return frozenset(on.event for every in row.moves().values() for on in every)


EVENT_TYPES = frozenset(event for row in CLOCKS.values() for event in event_types(row))
"""The types of all events that move a clock."""
