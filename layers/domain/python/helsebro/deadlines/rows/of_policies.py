"""The clocks of a policy, and of complaints: unpaid premium, notices, run-off."""

from __future__ import annotations

from datetime import timedelta

from helsebro.complaints.complain import ANSWERED_WITHIN
from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.length import AsStored, WorkingDays

OURS = {"step": frozenset({"department", "quality"})}
"""The steps of a complaint that the payer answers itself."""
ANSWERING = frozenset({"not-accepted", "withdrawn"})

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
        kind="coming-of-age",
        source="F4-20, Q32: a child decides alone from the local midnight of the 15th birthday",
        queue="underwriting",
        subject="personId",
        length=AsStored(),
        starts=(On("insured.enrolled"), On("insured.changed")),
        facts="coming-of-age",
        nature="expiry",
        warns=timedelta(days=30),
        on_warning=("announce-hand-over",),
        on_breach=("hand-over",),
    ),
    ClockRow(
        kind="complaint",
        source="R-1501, F3-21: a complaint is answered; the number is ours",
        queue="complaints",
        subject="complaintId",
        length=WorkingDays(ANSWERED_WITHIN),
        starts=(On("complaint.made", OURS),),
        ends=(On("complaint.decided"),),
        facts="claim",
        warns=timedelta(days=5),
        escalates=timedelta(days=5),
        counts=frozenset({"end"}),
        shown=True,
    ),
)
