"""Reopened payout: a session's payable that left its payment file, and waits for another one.

The session may have been reported missed while it was there, so whoever pays sessions looks at it again.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.events import Event
from helsebro.payments.payable import Payable


def reopened(payable: Payable, at: datetime) -> list[Event]:
    """Returns the event of a session's payable that is approved again; none for any other."""
    if payable.booking_id is None:
        return []
    data = {"payableId": payable.payable_id, "bookingId": payable.booking_id}
    return [Event("payout.reopened", at, payable.payer, data)]
