"""The payment of a held session without an invoice, where its clinic has chosen that (F1-06).

The report may arrive twice, and arrives again after a crash: what it changes is one commit on the condition
that the session is not paid yet.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Literal

from helsebro.bookings.booking import Booking
from helsebro.bookings.correction import cause_of
from helsebro.errors import Conflict
from helsebro.ids import BookingId, PayableId
from helsebro.invoices.facts import InvoiceFacts, KnownSession
from helsebro.invoices.payouts.session_payout import NOT_HELD_TASK, UNPAID, due_on, payable_of, why_unpaid
from helsebro.payments.payable import PayableStatus
from helsebro.payments.payee_register import PayeeMissing, PayeeNotChosen
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Busy, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.invoices.dynamo_invoice_facts import DynamoInvoiceFacts
from helsebro_aws.invoices.payouts.dynamo_payouts import DynamoPayouts
from helsebro_aws.invoices.payouts.payout_tasks import PayoutTasks
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from helsebro_aws.policies.payer_calendar import calendar_of
from helsebro_aws.tasks.dynamo_tasks import TaskExists

PayoutOutcome = Literal["paid", "by-invoice", "nothing-owed", "left-to-finance", "withdrawn"]

WITHDRAWN_AT_ONCE: frozenset[PayableStatus] = frozenset({"approved", "drafted", "returned"})
"""No bank has the payment: nobody has released it, or the money is back."""


class SessionPayouts:
    """Pays sessions; ``now`` is its clock."""

    def __init__(self, on: Tables = tables, now: Callable[[], datetime] = clock.now) -> None:
        self.tables, self.now = on, now
        self.bookings, self.clinics, self.guarantees = (
            DynamoBookings(on),
            DynamoClinics(on),
            DynamoGuarantees(on),
        )
        self.facts, self.payouts, self.tasks = (
            DynamoInvoiceFacts(on, now),
            DynamoPayouts(on),
            PayoutTasks(on),
        )

    def settle(self, booking_id: BookingId) -> PayoutOutcome:
        """Pays the session if its clinic is paid so and nothing has paid it; takes back the payable of a
        missed one. It looks at the booking as it is now, so reports may come in any order. Raises
        ``Unavailable``.

        ``left-to-finance``: it is not paid, and finance has a task whose reason says why. Without an account
        in force it is owed all the same; the first payment file after there is one pays it.
        """
        # A conflict means that something else took the session, or the person's benefits: it is read again.
        return retry_on_conflict(partial(self._settle, booking_id), Conflict, otherwise=Busy())

    def _settle(self, booking_id: BookingId) -> PayoutOutcome:
        booking = self.bookings.find(booking_id)
        if booking.status == "missed" and booking.paid_out_by:
            return self._withdraw(booking, booking.paid_out_by)
        if not booking.is_to_be_invoiced:
            self.payouts.end_tasks(booking, NOT_HELD_TASK if booking.status == "held" else UNPAID)
            return "nothing-owed"
        if self.clinics.paid_by(booking.clinic_id, booking.starts_at) == "invoice":
            return "by-invoice"
        facts = self.facts.under(self.guarantees.find(booking.guarantee_id), booking.clinic_id)
        session = facts.sessions[booking_id]
        why = why_unpaid(facts, session)
        if why:
            self.tasks.open(booking, why, self.now())
            return "left-to-finance"
        self._store(booking, facts, session)
        return "paid"

    def _withdraw(self, booking: Booking, payable_id: PayableId) -> PayoutOutcome:
        payable, at = self.payouts.payables.find(booking.payer, payable_id), self.now()
        if payable.status in WITHDRAWN_AT_ONCE:
            today = calendar_of(booking.payer, booking.country, self.tables).day_of(at)
            self.payouts.withdraw(booking, payable, today)
            return "withdrawn"
        if payable.status == "credited":
            return "nothing-owed"
        self.tasks.open(booking, "payout-not-held", at)
        return "left-to-finance"

    def _store(self, booking: Booking, facts: InvoiceFacts, session: KnownSession) -> None:
        at = self.now()
        calendar = calendar_of(booking.payer, booking.country, self.tables)
        today = calendar.day_of(at)
        payable = payable_of(facts, session, due_on(booking.starts_at, today, calendar), cause_of(booking))
        store = partial(self.payouts.pay, booking, payable, facts, session, today)
        try:
            facts.payees.without_invoice(at)
        except (PayeeMissing, PayeeNotChosen):
            task, told = self.tasks.without_account(booking, at)
            try:
                store(also=[task], told=told)
            except TaskExists:
                # The guarantee has the task already: one is enough for all its sessions.
                store()
        else:
            store()
