"""Left-out payments: the tasks of finance about payables that no payment file can carry.

They decide nothing: the payable stays approved, and the next payment file tries again.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from helsebro.events import Event
from helsebro.payments.payable import Payable
from helsebro.payments.runs.run_line import RunLine
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import PaymentReview
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.follow_ups import FollowUps

WITHIN = timedelta(days=3)
"""A clinic is paid within 7 weekdays of the session (F1-07)."""


class LeftOutPayments:
    """Opens the tasks ``payment-left-out``."""

    def __init__(self, on: Tables = tables) -> None:
        self.follow_ups = FollowUps(on)

    def opening(self, payable: Payable, line: RunLine, at: datetime) -> tuple[Operation, Event]:
        """Returns what a commit needs to open the task, one for each file that was drafted without it."""
        subject = PaymentReview(payable.payable_id, line.file_id)
        about = f"{payable.payable_id}:{line.file_id}"
        return self.follow_ups.opening(follow_up("payments", subject, "payment-left-out", about, at, WITHIN))
