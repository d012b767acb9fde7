"""Waitlist joining: a member joins the waitlist under a guarantee that could serve the wish."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from helsebro.bookings.waitlist.entry import WaitlistEntry
from helsebro.caller import Caller
from helsebro.claims.consenting.passing_on import must_pass_on
from helsebro.receipt import Receipt
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.bookings.waitlist.waitlist_changes import WaitlistChanges
from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.guarantees.dynamo_guarantees import GuaranteeChanged
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.bookings.waitlist.waitlist_body import NewWaitlistEntryShape

EntryRecord = Callable[[WaitlistEntry, Sequence[Item]], Receipt]


class WaitlistJoining:
    """Makes and stores entries."""

    def __init__(self, on: Tables = tables) -> None:
        self.bookings, self.practitioners = DynamoBookings(on), DynamoPractitioners(on)
        self.changes = WaitlistChanges(on)

    def join(self, body: NewWaitlistEntryShape, by: Caller, record: EntryRecord) -> WaitlistEntry:
        """Returns the stored entry; ``record`` returns the receipt of it and of what a mandate allowed.

        Raises the errors of ``WaitlistEntry.of``, ``TooManyEntries``, ``NotFound`` and ``NotAllowed``.
        """
        return retry_on_conflict(lambda: self._join(body, by, record), GuaranteeChanged)

    def _join(self, body: NewWaitlistEntryShape, by: Caller, record: EntryRecord) -> WaitlistEntry:
        at = clock.now()
        claim, guarantee = self.bookings.to_book_under(body.guarantee_id, by, at)
        practitioner = self.practitioners.find(body.practitioner_id) if body.practitioner_id else None
        must_pass_on(claim, practitioner.clinic_id if practitioner else guarantee.clinic_id)
        entry = WaitlistEntry.of(guarantee, body.wish(practitioner), at, clock.randomness())
        acts = acts_under_mandate([claim], by, "waitlist", entry.waitlist_id, at)
        self.changes.join(entry, guarantee, record(entry, acts))
        return entry
