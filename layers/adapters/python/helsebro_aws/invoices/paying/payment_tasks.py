"""Payment tasks that are over: closed by the commit after which what they ask about is no longer so.

Nobody has to look at them any more, and a list of what is open shows what is to be done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime

from helsebro import ids
from helsebro.events import Event
from helsebro.ids import BookingId, ClaimId
from helsebro.payments.payable import Payable
from helsebro.tasks import news
from helsebro.tasks.subject import PaymentReview, SessionReview
from helsebro.tasks.task import Task, TaskReason
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.payments.reports.bank_effect import AlsoStored
from helsebro_aws.payments.runs.left_out import LookedAt
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks

OVER_ONCE_ORDERED: frozenset[TaskReason] = frozenset({"payment-left-out"})
OVER_ONCE_CREDITED: frozenset[TaskReason] = frozenset({"payment-left-out", "payment-returned"})


class PaymentTasks:
    """Returns what closes open tasks; a commit with it fails with ``LookedAt`` when a person was faster."""

    def __init__(self, on: Tables = tables) -> None:
        self.tasks = DynamoTasks(on)

    def over_once_ordered(self, payable: Payable, at: datetime) -> AlsoStored:
        """Returns what closes the tasks of a payable that a payment file takes: it was left out, or its
        clinic had no account for its sessions.
        """
        return self._closing(
            ids.claim_of(payable.payable_id),
            lambda task: _is_about(task, payable, OVER_ONCE_ORDERED) or _lacked_account(task, payable),
            at,
        )

    def over_once_credited(self, payable: Payable, at: datetime) -> AlsoStored:
        """Returns what closes the tasks of a payable that is credited in full; nothing while some is owed."""
        if payable.status != "credited":
            return [], []
        return self._closing(
            ids.claim_of(payable.payable_id), lambda task: _is_about(task, payable, OVER_ONCE_CREDITED), at
        )

    def over_for_session(
        self, claim_id: ClaimId, booking_id: BookingId, reasons: Collection[TaskReason], at: datetime
    ) -> AlsoStored:
        """Returns what closes the tasks of a session that have one of the reasons."""
        return self._closing(claim_id, lambda task: _is_of_session(task, booking_id, reasons), at)

    def _closing(self, claim_id: ClaimId, is_over: Callable[[Task], bool], at: datetime) -> AlsoStored:
        over = [task for task in self.tasks.open_of_claim(claim_id) if is_over(task)]
        closed: list[Operation] = [
            replace(self.tasks.replacement(task, task.closed()), otherwise=LookedAt()) for task in over
        ]
        told: list[Event] = [news.closed(task, at) for task in over]
        return closed, told


def _is_about(task: Task, payable: Payable, reasons: Collection[TaskReason]) -> bool:
    subject = task.subject
    is_same = isinstance(subject, PaymentReview) and subject.payable_id == payable.payable_id
    return is_same and task.reason in reasons


def _lacked_account(task: Task, payable: Payable) -> bool:
    if payable.kind != "session" or task.reason != "payout-without-account":
        return False
    return isinstance(task.subject, SessionReview) and task.subject.clinic_id == payable.clinic_id


def _is_of_session(task: Task, booking_id: BookingId, reasons: Collection[TaskReason]) -> bool:
    subject = task.subject
    is_same = isinstance(subject, SessionReview) and subject.booking_id == booking_id
    return is_same and task.reason in reasons
