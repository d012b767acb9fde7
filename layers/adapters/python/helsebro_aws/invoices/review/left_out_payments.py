"""Left-out payments: the tasks of finance about payables that no payment file can carry.

They decide nothing: the payable stays approved, and the next payment file tries again. While the task of a
payable is open it has no second one: the open one names the latest file that was drafted without it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.payments.payable import Payable
from helsebro.payments.runs.run_line import RunLine
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import PaymentReview
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.follow_ups import FollowUps

WITHIN = timedelta(days=3)
"""A clinic is paid within 7 weekdays of the session (F1-07)."""


class LeftOutPayments:
    """Opens the tasks ``payment-left-out``."""

    def __init__(self, on: Tables = tables) -> None:
        self.follow_ups, self.tasks = FollowUps(on), DynamoTasks(on)

    def opening(self, payable: Payable, line: RunLine, at: datetime) -> tuple[Operation, Event]:
        """Returns what a commit needs to open the task, or to name the file in the one that is open.

        The commit fails with ``Conflict`` when a person, or another file, was faster.
        """
        subject = PaymentReview(payable.payable_id, line.file_id)
        for number in count():
            task = _task(subject, number, at)
            known = self._known(task)
            if known is None:
                return self.follow_ups.opening(task)
            if known.status == "open":
                after = replace(known, subject=subject, version=known.version + 1)
                return self.tasks.new_subject(known, after), Event(
                    "payment.left-out", at, payable.payer, subject.ids()
                )
        raise AssertionError("counting has no end")

    def _known(self, task: Task) -> Task | None:
        try:
            return self.tasks.find(task.task_id)
        except NotFound:
            return None


def _task(subject: PaymentReview, number: int, at: datetime) -> Task:
    """Returns the task of a payable that was decided so many times before."""
    about = f"{subject.payable_id}:{number}"
    return follow_up("payments", subject, "payment-left-out", about, at, WITHIN)
