"""Calendar feeds in the ``people`` table: ``{personId}`` / ``CALENDARFEED``, and one item to find it by.

That of a practitioner is ``{practitionerId}#calendar``.
The other one is ``CALENDARFEED#{digest of the token}``: the token itself is stored nowhere.
"""

from __future__ import annotations

from functools import partial

from helsebro.bookings.calendar_feed import CalendarFeed, sha256_of
from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import PersonId, PractitionerId
from helsebro.receipt import Receipt
from helsebro_aws.bookings.own_calendar.keys import feed_token_key, own_feed_key
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Delete, Operation, Put, Tables, tables
from helsebro_aws.platform import clock

Owner = PersonId | PractitionerId


class FeedChanged(Conflict):
    """Another call has replaced or ended the feed since it was read: read it again."""


class DynamoCalendarFeeds:
    """Calendar feeds on DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.people_table

    def with_token(self, token: str) -> CalendarFeed:
        """Returns the feed of a token. Raises ``NotFound``."""
        item = self.tables.get(self.table, *feed_token_key(sha256_of(token)))
        if item is None:
            raise NotFound()
        return from_item(CalendarFeed, item)

    def of_owner(self, owner: Owner) -> CalendarFeed | None:
        """Returns the feed of a person or a practitioner, None without one."""
        item = self.tables.get(self.table, *own_feed_key(owner))
        return from_item(CalendarFeed, item) if item else None

    def create(self, feed: CalendarFeed, receipt: Receipt) -> None:
        """Stores the feed, in place of its owner's earlier one, which ends with the same commit."""
        # Here and below, so that a read loads no code of writes.
        from helsebro_aws.dynamodb.retry import retry_on_conflict

        retry_on_conflict(partial(self._create, feed, receipt), FeedChanged)

    def _create(self, feed: CalendarFeed, receipt: Receipt) -> None:
        before = self.of_owner(feed.owner)
        own = {**as_attributes(own_feed_key(feed.owner)), **to_item(feed)}
        found_by = {**as_attributes(feed_token_key(feed.token_sha256)), **to_item(feed)}
        operations: list[Operation] = [Put(self.table, own, otherwise=FeedChanged())]
        if before:
            when, values = "#tokenSha256 = :before", {":before": before.token_sha256}
            operations = [Put(self.table, own, when, values, FeedChanged()), self._end_token(before)]
        event = _event("calendar-feed.created", feed)
        self.tables.commit([*operations, Put(self.table, found_by)], events=[event], receipt=receipt)

    def end(self, owner: Owner) -> None:
        """Ends the owner's feed at once; without one it changes nothing."""
        from helsebro_aws.dynamodb.retry import retry_on_conflict

        retry_on_conflict(partial(self._end, owner), FeedChanged)

    def _end(self, owner: Owner) -> None:
        before = self.of_owner(owner)
        if before is None:
            return
        own = Delete(
            self.table,
            *own_feed_key(owner),
            when="#tokenSha256 = :before",
            values={":before": before.token_sha256},
            otherwise=FeedChanged(),
        )
        self.tables.commit([own, self._end_token(before)], events=[_event("calendar-feed.ended", before)])

    def _end_token(self, feed: CalendarFeed) -> Delete:
        return Delete(self.table, *feed_token_key(feed.token_sha256), when=None)


def _event(kind: str, feed: CalendarFeed) -> Event:
    whose = "practitionerId" if feed.practitioner_id else "personId"
    return Event(kind, clock.now(), "", {whose: feed.owner})
