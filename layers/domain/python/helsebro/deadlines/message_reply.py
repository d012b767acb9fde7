"""Message reply: by when the staff answer what waits in a thread (F4-06, F4-09).

A thread shows it at once, without waiting for the events that keep its stored clock. Both have one length.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.deadlines.rows.of_messages import OF_A_CASE, OF_AN_ENQUIRY
from helsebro.messages.thread import Thread
from helsebro.payer import Payer
from helsebro.work_calendar import UnknownYear, WorkCalendar


def reply_due(thread: Thread, payer: Payer) -> datetime | None:
    """Returns by when the payer's staff answer; None when nothing waits, or its days are not known yet."""
    if thread.waits_since is None:
        return None
    row, country = (OF_AN_ENQUIRY, payer.country) if thread.is_enquiry else (OF_A_CASE, thread.country)
    try:
        return row.length.due(thread.waits_since, WorkCalendar(country, payer.calendars))
    except UnknownYear:
        return None
