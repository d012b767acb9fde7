"""A clinic's feed: its published events, in the order of the numbers that they got at publication."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import Caller
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.filtered_page import cursor_after, filtered_page
from helsebro_aws.dynamodb.keys import FEED_DIGITS, clinic_feed, event_key, feed_counter_key, feed_place
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Item, Tables, tables

if TYPE_CHECKING:
    from helsebro_aws.clinic_systems.event_answer import FeedEventAnswer

NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
"""A number that JSON and JavaScript hold exactly; the ``0`` is before the first event."""
LAST_PLACE = "9" * FEED_DIGITS


class ClinicFeed:
    """The events that a clinic may read."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def after(
        self, caller: Caller, last_read: str | None, limit: int, cursor: str | None
    ) -> tuple[list[FeedEventAnswer], str | None]:
        """Returns the events of the caller's clinic after ``last_read``, in order, and the next cursor.

        A practitioner gets those of the own bookings, guarantees and invoices. ``last_read`` is the id or the
        number of an event. Raises ``BadInput`` unless it is one of this clinic's feed (or the number 0).
        """
        clinic_id = caller.clinic_id
        number = self._number_of(clinic_id, last_read) if last_read is not None else 0
        start = cursor or (_cursor_after(clinic_id, number) if number else None)
        found, next_cursor = filtered_page(
            self.tables,
            self.tables.settings.network_table,
            clinic_feed(clinic_id),
            lambda rows: self._entries(rows, caller),
            limit,
            start,
            after=feed_place(0),
            until=LAST_PLACE,
        )
        if not found:
            self._must_be_given(clinic_id, number)
        return found, next_cursor

    def _entries(self, rows: Sequence[Item], caller: Caller) -> list[FeedEventAnswer | None]:
        """Returns each event, or None for one that is not about a client of the caller."""
        if caller.practitioner_id is None:
            return [_shown(row) for row in rows]
        # Here, so that the feed of a clinic's system loads no code of guarantees.
        from helsebro_aws.clinic_systems.own_events import own_events

        own = own_events(self.tables, [row["data"] for row in rows], caller)
        return [_shown(row) if is_own else None for row, is_own in zip(rows, own, strict=True)]

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


def _cursor_after(clinic_id: ClinicId, number: int) -> str:
    return cursor_after({"pk": clinic_feed(clinic_id), "sk": feed_place(number)}, listing=False)


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
