"""The commit of a corrected session: booking, guarantee, reserved money and event change together.

What was paid for it without an invoice is settled afterwards, by the event (``pay_sessions``).
"""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.bookings import reserved_money
from helsebro.bookings.booking import Booking
from helsebro.bookings.slot_cover import GuaranteeUsedUp
from helsebro.errors import Conflict
from helsebro.receipt import Receipt
from helsebro_aws.bookings import first_session
from helsebro_aws.bookings.booking_changes import BookingChanges, booking_event
from helsebro_aws.bookings.keys import booking_key
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Operation, Tables, Update, tables
from helsebro_aws.guarantees import dynamo_references
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.payments.ledger.entries import entry_operations
from helsebro_aws.platform import clock

CHANGED = ("status", "reportedAt", "correctedAt", "corrections")


class SessionChanged(Conflict):
    """The session was invoiced, paid or reported since it was read."""


class CorrectedSessions:
    """Stores what a clinic corrects of a session that it had reported."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables, self.changes = on, BookingChanges(on)

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def store(self, before: Booking, after: Booking, receipt: Receipt) -> None:
        """Stores a corrected booking; with another status its event, and the session used or given back.

        Raises ``SessionChanged`` when the booking has changed since it was read, and ``GuaranteeUsedUp``
        when the session that was given back is booked again.
        """
        event = f"session.{after.status}"
        if before.status == "booked":
            return self.changes.report(before, after, event, receipt)
        operations: list[Operation] = [self._change(before, after)]
        if before.status == after.status:
            return self.tables.commit(operations, receipt=receipt)
        operations += self._used(after) if after.status == "held" else self._given_back(after)
        at = clock.now()
        return self.tables.commit(operations, events=[booking_event(event, after, at)], receipt=receipt)

    def _change(self, before: Booking, after: Booking) -> Update:
        """Returns the operation that fails with ``SessionChanged`` unless the booking is as it was read."""
        item, was = to_item(after), to_item(before)
        held = [
            f"#{name} = :{name}Before" if name in was else f"attribute_not_exists(#{name})"
            for name in ("paidOutBy", "invoicedBy", "correctedAt")
        ]
        values = {
            f":{name}Before": was[name] for name in ("paidOutBy", "invoicedBy", "correctedAt") if name in was
        }
        return Update(
            self.table,
            *booking_key(before.booking_id),
            set={name: item[name] for name in CHANGED if name in item},
            when=" AND ".join(["#status = :before", *held]),
            values={":before": before.status, **values},
            otherwise=SessionChanged(),
        )

    def _used(self, booking: Booking) -> Sequence[Operation]:
        """Returns the operations of a session that was held after all: the guarantee must have one left."""
        counted = Update(
            self.table,
            *guarantee_key(booking.guarantee_id),
            add={"sessionsBooked": 1, "sessionsUsed": 1},
            once={"begunOn": booking.on.isoformat(), **first_session.named([booking])},
            when="#sessionsBooked < #sessionsGranted",
            otherwise=GuaranteeUsedUp(),
        )
        reference = dynamo_references.used(self.table, booking.case_reference)
        return [counted, reference, *self._money(booking)]

    def _given_back(self, booking: Booking) -> Sequence[Operation]:
        """Returns the operations of a session that was missed after all: its guarantee has it again."""
        counted = Update(
            self.table,
            *guarantee_key(booking.guarantee_id),
            add={"sessionsBooked": -1, "sessionsUsed": -1},
            remove=first_session.given_back(booking),
        )
        reference = dynamo_references.used(self.table, booking.case_reference, -1)
        return [counted, reference, *self._money(booking)]

    def _money(self, booking: Booking) -> Sequence[Operation]:
        """Returns what is reserved again, or no more; a session that was paid has nothing reserved."""
        if booking.paid_out_by:
            return []
        of = reserved_money.of_held_after_all if booking.status == "held" else reserved_money.of_end
        return entry_operations(of(booking, clock.now()), self.tables)
