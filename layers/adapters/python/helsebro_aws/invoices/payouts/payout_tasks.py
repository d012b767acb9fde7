"""Payout tasks: what finance looks at about sessions paid without an invoice (queue ``payments``).

They decide nothing. A session that is not paid may still be invoiced; one without an account is paid by the
next payment file once the clinic has one; the money for one that was not held is asked back.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from helsebro.bookings.booking import Booking
from helsebro.bookings.correction import cause_of
from helsebro.events import Event
from helsebro.invoices.payouts.session_payout import WhyTask
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import SessionReview
from helsebro.tasks.task import Task, TaskReason
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.tasks.dynamo_tasks import TaskExists
from helsebro_aws.tasks.follow_ups import FollowUps

WITHIN = timedelta(days=3)
"""A clinic is paid within 7 weekdays of the session (F1-07)."""


class PayoutTasks:
    """Opens the tasks about sessions that are paid without an invoice."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.follow_ups = on, FollowUps(on)

    def open(self, booking: Booking, why: WhyTask, at: datetime) -> None:
        """Opens the task about a session, once; once more after the clinic has corrected its report."""
        task, opened = self.follow_ups.opening(_task(booking, why, cause_of(booking), at))
        with suppress(TaskExists):
            self.tables.commit([task], events=[opened])

    def without_account(self, booking: Booking, at: datetime) -> tuple[Operation, list[Event]]:
        """Returns what a commit needs to open the task about a missing account, and to tell the clinic.

        It is one for each guarantee; the operation fails with ``TaskExists``.
        """
        review = _task(booking, "payout-without-account", booking.guarantee_id, at)
        task, opened = self.follow_ups.opening(review)
        # About the clinic and not the case: its page is where the signatory gives the account.
        data = {"guaranteeId": booking.guarantee_id, "clinicId": booking.clinic_id}
        told = Event("payout.account-missing", at, booking.payer, data, booking.clinic_id)
        return task, [opened, told]


def _task(booking: Booking, reason: TaskReason, about: str, at: datetime) -> Task:
    subject = SessionReview(booking.booking_id, booking.clinic_id, booking.guarantee_id)
    return follow_up("payments", subject, reason, about, at, WITHIN)
