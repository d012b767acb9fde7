"""The numbers of events in their clinic's feed, given at publication (promise 29).

Ids sort by the time at which they were made, but commits land in any order, so a reader who continues after
an id would skip what landed late. A number is given to an event that has landed, so nothing can still appear
before it. One transaction raises the clinic's counter, writes the number on the event's row and puts the
event into the feed, in the ``network`` table:

* ``{clinicId}#events`` / ``LAST``: the last number that was given
* ``{clinicId}#events`` / ``0000000000000042``: a copy of the event, readable consistently in its order
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from helsebro.errors import Conflict
from helsebro.events import TO_CLINICS
from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.keys import clinic_feed, event_key, feed_counter_key, feed_place
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Busy, Item, Operation, Put, Tables, Update, tables
from helsebro_aws.outbox.outbox_row import BusEvent

MOST_AT_ONCE = 45
"""The most events that one commit numbers: two operations for each, and one for the counter."""


class RowGone(Exception):
    """The event has no row in the outbox, so it cannot be numbered."""


class FeedNumbers:
    """``helsebro_aws.outbox.outbox_stream.Numbers`` in DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def give(self, events: Sequence[BusEvent]) -> list[BusEvent]:
        """Returns the events, in their order; those that clinics receive have their numbers.

        Other events of a clinic get none, so that its webhooks count without gaps.

        An event keeps the number that it has. Raises ``RowGone``, and ``Unavailable`` when other publishers
        number events of the same clinic all the time.
        """
        numbers: dict[str, int] = {}
        received: dict[ClinicId, list[str]] = {}
        for event in events:
            if event.clinic_id and event.type in TO_CLINICS:
                received.setdefault(event.clinic_id, []).append(event.event_id)
        for clinic_id, event_ids in received.items():
            for first in range(0, len(event_ids), MOST_AT_ONCE):
                # Another publisher was faster, or the reply to our own commit was lost: read again.
                number = partial(self._number, clinic_id, event_ids[first : first + MOST_AT_ONCE])
                numbers |= retry_on_conflict(number, Conflict, otherwise=Busy())
        return [
            event.numbered(numbers[event.event_id]) if event.event_id in numbers else event
            for event in events
        ]

    def _number(self, clinic_id: ClinicId, event_ids: Sequence[str]) -> dict[str, int]:
        """Returns the number of each event; numbers those that have none in one commit."""
        rows, last = self._read(clinic_id, event_ids)
        fresh = [event_id for event_id in event_ids if "sequence" not in rows[event_id]]
        given = {event_id: last + place for place, event_id in enumerate(fresh, 1)}
        if given:
            feed = [
                operation
                for event_id, sequence in given.items()
                for operation in self._into_feed(clinic_id, rows[event_id], sequence)
            ]
            self.tables.commit([self._raise(clinic_id, last, last + len(given)), *feed])
        return {event_id: given.get(event_id) or int(rows[event_id]["sequence"]) for event_id in event_ids}

    def _read(self, clinic_id: ClinicId, event_ids: Sequence[str]) -> tuple[Mapping[str, Item], int]:
        """Returns the row of each event and the last number that the clinic's feed has."""
        settings = self.tables.settings
        found = self.tables.get_many(settings.outbox_table, [event_key(event_id) for event_id in event_ids])
        rows = {row["pk"]: row for row in found}
        if len(rows) < len(event_ids):
            raise RowGone
        counter = self.tables.get(settings.network_table, *feed_counter_key(clinic_id))
        return rows, int(counter["last"]) if counter else 0

    def _raise(self, clinic_id: ClinicId, last: int, to: int) -> Update:
        """Raises the counter, unless another publisher has raised it since."""
        return Update(
            self.tables.settings.network_table,
            *feed_counter_key(clinic_id),
            set={"last": to},
            when="#last = :before" if last else "attribute_not_exists(#pk)",
            values={":before": last} if last else {},
            otherwise=Conflict(),
            creates=True,
        )

    def _into_feed(self, clinic_id: ClinicId, row: Item, sequence: int) -> Iterator[Operation]:
        """Writes the number on the row, unless it has one, and puts the event into the feed."""
        yield Update(
            self.tables.settings.outbox_table,
            *event_key(row["pk"]),
            set={"sequence": sequence},
            when="attribute_exists(#pk) AND attribute_not_exists(#sequence)",
            otherwise=Conflict(),
        )
        shown: Item = {name: row[name] for name in ("type", "at", "data", "expiresAt") if name in row}
        key = {"pk": clinic_feed(clinic_id), "sk": feed_place(sequence)}
        yield Put(
            self.tables.settings.network_table,
            {**key, "eventId": row["pk"], "sequence": sequence, **shown},
        )
