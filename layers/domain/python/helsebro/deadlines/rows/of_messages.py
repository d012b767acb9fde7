"""The clocks of messages: the staff answer what a member writes, in a case or before one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from helsebro.deadlines.clock_row import ClockRow, On
from helsebro.deadlines.length import HoursOrNextWorkingDay

FIRST = frozenset({"yes"})
"""Only the first message that waits starts the clock; the answer to it answers the later ones too."""

OF_A_CASE = ClockRow(
    kind="message-reply",
    source="F4-06, F4-09: 98 % of enquiries are answered within 24 hours, or the next weekday as in F1-10",
    queue="claims",
    subject="messageId",
    length=HoursOrNextWorkingDay(24),
    starts=(On("message.received", {"first": FIRST}),),
    # The staff wrote, or said that nothing has to be answered.
    ends=(On("message.answered"),),
    # Its staff are warned, and find it in their list; the case has left the staff of before.
    moved_by=(On("thread.handed-over", {"about": frozenset({"case"})}),),
    facts="message",
    warns=timedelta(hours=4),
    escalates=timedelta(hours=4),
    counts=frozenset({"end"}),
    shown=True,
)
OF_AN_ENQUIRY = replace(
    OF_A_CASE,
    kind="enquiry-reply",
    starts=(On("enquiry.received", {"first": FIRST}),),
    ends=(On("enquiry.answered"),),
    moved_by=(On("thread.handed-over", {"about": frozenset({"enquiry"})}),),
    shown=False,
    stands_alone=True,
)
"""Before a case there is no claim to keep it with, and no case on which the member could see it."""
OF_MESSAGES = (OF_A_CASE, OF_AN_ENQUIRY)
