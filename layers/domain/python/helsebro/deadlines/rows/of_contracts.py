"""The clocks of a clinic's contract: two reminders, and the last moment to sign it."""

from __future__ import annotations

from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.length import DayTime, Hours
from helsebro.notifications.session_reminder import MORNING

ENDED = (On("contract.declined"), On("contract.expired"))

OF_CONTRACTS = (
    ClockRow(
        kind="contract-reminder-7",
        source="F0-05: reminds the signatory of a contract that is not signed",
        queue="network",
        subject="clinicId",
        length=DayTime(7, MORNING),
        starts=(On("contract.sent"),),
        ends=(On("contract.signed"),),
        cancels=ENDED,
        nature="reminder",
        stands_alone=True,
    ),
    ClockRow(
        kind="contract-reminder-21",
        source="F0-05: reminds once more",
        queue="network",
        subject="clinicId",
        length=DayTime(21, MORNING),
        starts=(On("contract.sent"),),
        ends=(On("contract.signed"),),
        cancels=ENDED,
        nature="reminder",
        stands_alone=True,
    ),
    ClockRow(
        kind="contract-expiry",
        source="F0-05: a contract can be signed for 30 days",
        queue="network",
        subject="clinicId",
        length=Hours(30 * 24),
        starts=(On("contract.sent"),),
        ends=(On("contract.signed"),),
        cancels=(On("contract.declined"),),
        nature="expiry",
        stands_alone=True,
    ),
)
