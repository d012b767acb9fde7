"""Held sessions: what must hold of a session when its payable joins a payment file, and is released."""

from __future__ import annotations

from helsebro.payments.payable import Payable
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.tables import Check, Tables, tables
from helsebro_aws.payments.dynamo_payables import NotOwed


class HeldSessions:
    """Keeps payables of sessions that were missed after all out of payment files."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.bookings = on, DynamoBookings(on)

    def is_held(self, payable: Payable) -> bool:
        """Whether the session is held, and paid by this payable; so is every other payable."""
        if payable.booking_id is None:
            return True
        booking = self.bookings.find(payable.booking_id)
        return booking.status == "held" and booking.paid_out_by == payable.payable_id

    def must_hold(self, payable: Payable) -> list[Check]:
        """Returns what fails with ``NotOwed`` unless the session is held; nothing for other payables."""
        if payable.booking_id is None:
            return []
        return [
            Check(
                self.tables.settings.cases_table,
                *booking_key(payable.booking_id),
                when="#status = :held AND #paidOutBy = :payable",
                values={":held": "held", ":payable": payable.payable_id},
                otherwise=NotOwed(),
            )
        ]
