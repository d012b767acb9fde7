"""A clinic's feed: its published events, in the order of the numbers that they got at publication."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.keys import FEED_DIGITS, clinic_feed, event_key, feed_counter_key, feed_place
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Item, Tables, tables

if TYPE_CHECKING:
    from helsebro_aws.clinic_systems.event_answer import FeedEventAnswer

NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
"""A number that JSON and JavaScript hold exactly; the ``0`` is before the first event."""
LAST_PLACE = "9" * FEED_DIGITS


class ClinicFeed:
    """The events that a clinic's system may read."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def after(
        self, clinic_id: ClinicId, last_read: str | None, limit: int, cursor: str | None
    ) -> tuple[list[FeedEventAnswer], str | None]:
        """Returns the events after ``last_read``, in order, and the next cursor.

        ``last_read`` is the id or the number of an event. Raises ``BadInput`` unless it is one of this
        clinic's feed (or the number 0).
        """
        number = self._number_of(clinic_id, last_read) if last_read is not None else 0
        page = self.tables.query(
            self.tables.settings.network_table,
            clinic_feed(clinic_id),
            after=feed_place(number + 1),
            until=LAST_PLACE,
            limit=limit,
            page_cursor=cursor,
        )
        if not page.items:
            self._must_be_given(clinic_id, number)
        return [_shown(item) for item in page.items], page.next_cursor

    def _number_of(self, clinic_id: ClinicId, last_read: str) -> int:
        if NUMBER.fullmatch(last_read):
            return int(last_read)
        if not ids.is_event(last_read):
            raise _unknown()
        row = self.tables.get(self.tables.settings.outbox_table, *event_key(last_read)) or {}
        if row.get("clinicId") != clinic_id or "sequence" not in row:
            raise _unknown()
        return int(row["sequence"])

    def _must_be_given(self, clinic_id: ClinicId, number: int) -> None:
        """Refuses a number that no event has yet: its reader would miss the events up to it."""
        if number == 0:
            return
        counter = self.tables.get(self.tables.settings.network_table, *feed_counter_key(clinic_id))
        if counter is None or number > counter["last"]:
            raise _unknown()


def _unknown() -> BadInput:
    return BadInput([Fault("/after", "unknown-event", "")], malformed=True)


def _shown(item: Item) -> FeedEventAnswer:
    return {
        "eventId": item["eventId"],
        "type": item["type"],
        "timestamp": instant(datetime.fromisoformat(item["at"])),
        "sequence": int(item["sequence"]),
        "data": item["data"],
    }
