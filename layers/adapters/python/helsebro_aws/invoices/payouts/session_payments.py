"""Session payments: what a clinic is told when the bank has paid a session that no invoice charges for."""

from __future__ import annotations

from datetime import datetime

from helsebro.events import Event
from helsebro.payments.payable import Payable
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.reports.bank_effect import AlsoStored


class SessionPayments:
    """Tells the clinic that a session is paid. The booking stays taken, whatever the bank answers."""

    def __init__(self, on: Tables = tables) -> None:
        self.bookings = DynamoBookings(on)

    def follow(self, payable: Payable, at: datetime) -> AlsoStored:
        """Returns the event that the session is paid; nothing when the money came back."""
        assert payable.booking_id, "a session's payable names it"
        if payable.status != "paid":
            return [], []
        booking = self.bookings.find(payable.booking_id)
        data = {
            "payableId": payable.payable_id,
            "guaranteeId": booking.guarantee_id,
            "practitionerId": booking.practitioner_id,
            "bookingIds": [booking.booking_id],
        }
        return [], [Event("payment.sent", at, payable.payer, data, booking.clinic_id)]
