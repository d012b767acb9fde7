"""Payouts: the commits by which a held session is paid without an invoice, and a missed one no more.

The booking, the payable, the person's benefit ledger and the ledger of money change together, on the
condition that no invoice, refund or earlier report has paid the session (promises 3 and 27).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from helsebro.bookings.booking import Booking
from helsebro.bookings.correction import cause_of
from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.invoices.facts import InvoiceFacts, KnownSession
from helsebro.invoices.money.payout_money import of_payout, of_withdrawal
from helsebro.payments.payable import Payable
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.tables import Operation, Tables, Update, tables
from helsebro_aws.invoices.benefits_used import InvoicedBenefits
from helsebro_aws.payments.dynamo_payables import DynamoPayables, PayableMoved
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.platform import clock


class PaidElsewhere(Conflict):
    """The session was invoiced, paid or corrected since it was read."""


class DynamoPayouts:
    """Stores payouts of sessions."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.payables, self.benefits = on, DynamoPayables(on), InvoicedBenefits(on)

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
        changes = [taken, self.payables.creation(payable), *used, *money, *also]
        self.tables.commit(changes, events=[_about("payout.approved", booking, payable, at), *told])

    def withdraw(self, booking: Booking, payable: Payable, on: date) -> None:
        """Takes back an approved payable whose session was missed, and gives its benefits back.

        Raises ``PaidElsewhere``, ``PayableMoved`` and ``LedgerChanged`` when something changed meanwhile.
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
        self.tables.commit([freed, credited, *back, *money], events=[told])


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
