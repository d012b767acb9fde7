"""Payouts: the commits by which a held session is paid without an invoice, and a missed one no more.

The booking, the payable, the person's benefit ledger and the ledger of money change together, on the
condition that no invoice, refund or earlier report has paid the session (promises 3 and 27).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from helsebro.bookings.booking import Booking
from helsebro.bookings.correction import cause_of
from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.invoices.facts import InvoiceFacts, KnownSession
from helsebro.invoices.money.payout_money import of_payout, of_withdrawal
from helsebro.invoices.payouts.session_payout import NOT_HELD_TASK, UNPAID
from helsebro.payments.payable import Payable
from helsebro.payments.runs.carried import NOT_HELD
from helsebro.tasks.task import TaskReason
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.tables import Operation, Tables, Update, tables
from helsebro_aws.invoices.benefits_used import InvoicedBenefits
from helsebro_aws.invoices.paying.payment_tasks import PaymentTasks
from helsebro_aws.payments.dynamo_payables import DynamoPayables, PayableMoved
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.payments.reports.bank_effect import AlsoStored
from helsebro_aws.payments.runs.dynamo_runs import DynamoRuns
from helsebro_aws.platform import clock


class PaidElsewhere(Conflict):
    """The session was invoiced, paid or corrected since it was read."""


class DynamoPayouts:
    """Stores payouts of sessions."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.payables, self.benefits = on, DynamoPayables(on), InvoicedBenefits(on)
        self.runs, self.tasks = DynamoRuns(on), PaymentTasks(on)

    def pay(
        self,
        booking: Booking,
        payable: Payable,
        facts: InvoiceFacts,
        session: KnownSession,
        on: date,
        *,
        also: Sequence[Operation] = (),
        told: Sequence[Event] = (),
    ) -> None:
        """Stores the payable of a session, once, with ``also`` and the events ``told``.

        What asks why it is not paid is over.

        Raises ``PaidElsewhere``, or ``LedgerChanged`` when the person's ledger changed since it was read, and
        the error of the first operation of ``also`` that fails.
        """
        taken = Update(
            self.tables.settings.cases_table,
            *booking_key(booking.booking_id),
            set={"paidOutBy": payable.payable_id},
            when="attribute_not_exists(#invoicedBy) AND attribute_not_exists(#paidOutBy) AND #status = :held",
            values={":held": "held"},
            otherwise=PaidElsewhere(),
        )
        used = self.benefits.used_by_session(payable, session, facts, on)
        at = clock.now()
        money = entry_operations(of_payout(payable, facts, session, at, cause_of(booking)), self.tables)
        over, closed = self.tasks.over_for_session(booking.claim_id, booking.booking_id, UNPAID, at)
        changes = [taken, self.payables.creation(payable), *used, *money, *over, *also]
        self.tables.commit(changes, events=[_about("payout.approved", booking, payable, at), *told, *closed])

    def withdraw(self, booking: Booking, payable: Payable, on: date) -> None:
        """Takes back a payable whose session was missed, and gives its benefits back.

        A drafted one leaves its payment file. What asks about the session or the payment is over. Raises
        ``Conflict`` when something changed meanwhile, or when its file is being drafted, released or called
        off: whoever does so decides first.
        """
        freed = Update(
            self.tables.settings.cases_table,
            *booking_key(booking.booking_id),
            remove=("paidOutBy",),
            when="#paidOutBy = :payable AND #status = :missed",
            values={":payable": payable.payable_id, ":missed": "missed"},
            otherwise=PaidElsewhere(),
        )
        credited = self.payables.replacement(payable, payable.withdrawn(), PayableMoved())
        back = self.benefits.given_back_by_session(booking, payable, on)
        at = clock.now()
        money = entry_operations(of_withdrawal(payable, booking, at), self.tables)
        told = _about("payout.withdrawn", booking, payable, at)
        left, ended = self._out_of_its_file(payable, at)
        over, closed = self.tasks.over_once_credited(payable.withdrawn(), at)
        also, also_closed = self.tasks.over_for_session(
            booking.claim_id, booking.booking_id, NOT_HELD_TASK, at
        )
        self.tables.commit(
            [freed, credited, *back, *money, *left, *over, *also],
            events=[told, *ended, *closed, *also_closed],
        )

    def end_tasks(self, booking: Booking, reasons: Collection[TaskReason]) -> None:
        """Closes what asks about a session for one of the reasons, which no longer holds."""
        over, closed = self.tasks.over_for_session(booking.claim_id, booking.booking_id, reasons, clock.now())
        if over:
            self.tables.commit(over, events=closed)

    def _out_of_its_file(self, payable: Payable, at: datetime) -> AlsoStored:
        """Returns what takes a drafted payable out of its file; nothing for one that is in none."""
        if payable.status != "drafted" or payable.file_id is None:
            return [], []
        run = self.runs.find(payable.payer, payable.file_id)
        line = self.runs.line(payable.payer, payable.file_id, payable.payable_id)
        if line is None:
            raise PayableMoved()
        changes, ended = self.runs.losing(run, run.without(line, at), line.left_out(NOT_HELD), at)
        return [*changes, *self.payables.counted_down(payable)], ended


def _about(happened: str, booking: Booking, payable: Payable, at: datetime) -> Event:
    data = {
        "payableId": payable.payable_id,
        "bookingId": booking.booking_id,
        "guaranteeId": booking.guarantee_id,
        "claimId": booking.claim_id,
        "practitionerId": booking.practitioner_id,
        "dueOn": payable.due_on.isoformat(),
    }
    return Event(happened, at, booking.payer, data, booking.clinic_id)
