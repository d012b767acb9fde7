"""The clocks of a claim: its answer, papers, consultation, refund, extension, consent and crisis help."""

from __future__ import annotations

from datetime import timedelta

from helsebro.claims.facts.late_paper import REPLY_HOURS
from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.length import AsStored, Days, DayTime, Hours, WorkingDays
from helsebro.notifications.session_reminder import MORNING

CLAIMS, REFUNDS, EXTENSIONS = frozenset({"claims"}), frozenset({"refunds"}), frozenset({"extensions"})
DECIDED = frozenset({"approve", "deny"})
PAPER_READ = frozenset({"paper-arrived", "facts-changed"})
APPROVED, ASKED = frozenset({"approve"}), frozenset({"clarify"})
APPROVAL = (On("task.decided", {"queue": CLAIMS, "decision": APPROVED}),)
ASKED_ABOUT, ANSWERED_ABOUT = On("question.asked"), On("question.answered")
"""A question about a refund or an extension, which stays in review; it pauses the clock of that one."""
SESSION_BOOKED = (
    On("booking.created", key="bookingId", at="slotId"),
    On("booking.rescheduled", key="bookingId", at="slotId"),
)
"""The booked session ends the clock when it takes place, unless ``SESSION_CANCELLED`` takes it back."""
SESSION_CANCELLED = (On("booking.cancelled", key="bookingId"), On("session.cancelled", key="bookingId"))
REVOKED = (On("guarantee.revoked"),)
"""Without its guarantee, no one owes the member an appointment any more."""

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
        shown=True,
    ),
    ClockRow(
        kind="document-reply",
        source="F4-43: a reply to uploaded documents within 2 days",
        queue="claims",
        subject="claimId",
        length=Hours(REPLY_HOURS),
        starts=(On("document.accepted"),),
        ends=(
            On("task.decided", {"queue": CLAIMS}),
            # That of a paper for which no review waited.
            On("task.closed", {"queue": CLAIMS, "reason": PAPER_READ}),
        ),
        facts="claim-in-review",
        warns=timedelta(hours=8),
        escalates=timedelta(hours=24),
        counts=frozenset({"end"}),
        shown=True,
    ),
    ClockRow(
        kind="consultation",
        source="R-1203, F3-14: a consultation at a hospital or clinic of the network within 10 working days",
        queue="claims",
        subject="claimId",
        length=WorkingDays(10),
        starts=APPROVAL,
        # The session meets it when it takes place, also when the member does not come.
        ends=SESSION_BOOKED,
        undoes=SESSION_CANCELLED,
        cancels=REVOKED,
        facts="consultation",
        warns=timedelta(days=3),
        escalates=timedelta(days=2),
        counts=frozenset({"end"}),
        on_breach=("open-task",),
        shown=True,
    ),
    ClockRow(
        kind="assignment",
        source="R-1204: a psychologist or a physical practitioner within 10 working days, where possible",
        queue="claims",
        subject="claimId",
        length=WorkingDays(10),
        starts=APPROVAL,
        ends=(On("booking.created"),),
        cancels=REVOKED,
        facts="assignment",
        warns=timedelta(days=3),
        escalates=timedelta(days=2),
        counts=frozenset({"end"}),
        on_breach=("open-task",),
        shown=True,
    ),
    ClockRow(
        kind="refund",
        source="F4-31: a refund within at most 2 weeks",
        queue="refunds",
        subject="refundId",
        length=Days(14),
        starts=(On("refund.received"),),
        pauses=(ASKED_ABOUT,),
        resumes=(ANSWERED_ABOUT,),
        # No event says yet when the money was sent.
        ends=(On("task.decided", {"queue": REFUNDS, "decision": DECIDED}),),
        facts="claim",
        warns=timedelta(days=2),
        escalates=timedelta(days=2),
        counts=frozenset({"end"}),
        shown=True,
    ),
    ClockRow(
        kind="extension",
        source="F1-25, F4-34: more sessions are decided as fast as the first ones",
        queue="extensions",
        subject="extensionId",
        length=Hours(24),
        starts=(On("extension.requested"),),
        pauses=(ASKED_ABOUT,),
        resumes=(ANSWERED_ABOUT,),
        ends=(On("task.decided", {"queue": EXTENSIONS, "decision": DECIDED}),),
        facts="claim",
        warns=timedelta(hours=4),
        escalates=timedelta(hours=4),
        counts=frozenset({"end"}),
        shown=True,
    ),
    ClockRow(
        kind="consent-expiry",
        source="F4-13: a consent is valid for one year",
        queue="claims",
        subject="claimId",
        length=AsStored(),
        starts=(On("consent.given"),),
        # A clinic gets ``consent.withdrawn`` also when it alone loses the case.
        cancels=(On("case-consent.withdrawn"), On("consent.refused")),
        facts="consent",
        nature="expiry",
        restarts=True,
        warns=timedelta(days=30),
        on_breach=("tell-clinics",),
        shown=True,
    ),
    ClockRow(
        kind="crisis-start",
        source="R-7144: crisis help begins within 3 weeks of the event",
        queue="claims",
        subject="claimId",
        length=AsStored(),
        starts=APPROVAL,
        ends=SESSION_BOOKED,
        undoes=SESSION_CANCELLED,
        cancels=REVOKED,
        facts="crisis-start",
        warns=timedelta(days=5),
        on_breach=("open-task",),
        shown=True,
    ),
    ClockRow(
        kind="crisis-end",
        source="R-7145, Q13: crisis help ends within 6 months of the event",
        queue="claims",
        subject="claimId",
        length=AsStored(),
        starts=APPROVAL,
        cancels=REVOKED,
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
