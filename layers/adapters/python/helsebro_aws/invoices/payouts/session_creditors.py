"""Session creditors: the clinic that is paid for sessions without an invoice, for the payment file."""

from __future__ import annotations

from helsebro.payments.payable import Payable
from helsebro.payments.runs.carried import NOT_HELD, Creditor, NotCarried, clinic_account
from helsebro.payments.runs.payment_run import PaymentRun
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.invoices.payouts.held_sessions import HeldSessions
from helsebro_aws.network.dynamo_clinics import DynamoClinics


class SessionCreditors:
    """Reads whom sessions are paid to."""

    def __init__(self, on: Tables = tables) -> None:
        self.bookings, self.clinics, self.sessions = DynamoBookings(on), DynamoClinics(on), HeldSessions(on)

    def of(self, payable: Payable, run: PaymentRun) -> Creditor:
        """Returns the clinic, with the case reference that it knows the session by. Raises ``NotCarried``."""
        if payable.clinic_id is None or payable.booking_id is None:
            raise NotCarried("clinic-missing")
        if not self.sessions.is_held(payable):
            raise NotCarried(NOT_HELD)
        account = clinic_account(payable, run)
        booking = self.bookings.find(payable.booking_id)
        return Creditor(self.clinics.find(payable.clinic_id).name, account, booking.case_reference)
