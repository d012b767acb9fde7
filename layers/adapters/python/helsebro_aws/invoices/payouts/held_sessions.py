"""Held sessions: what must hold of a session when its payable joins a payment file."""

from __future__ import annotations

from helsebro.payments.payable import Payable
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.tables import Check, Tables, tables
from helsebro_aws.payments.dynamo_payables import PayableMoved


class HeldSessions:
    """Keeps payables of sessions that were missed after all out of payment files."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def must_hold(self, payable: Payable) -> list[Check]:
        """Returns what fails with ``PayableMoved`` unless the session is held; nothing for other payables."""
        if payable.booking_id is None:
            return []
        return [
            Check(
                self.tables.settings.cases_table,
                *booking_key(payable.booking_id),
                when="#status = :held AND #paidOutBy = :payable",
                values={":held": "held", ":payable": payable.payable_id},
                otherwise=PayableMoved(),
            )
        ]
