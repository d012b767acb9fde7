"""Deadlines in the ``cases`` table, beside the claim or policy that they belong to.

The item of a deadline says where its pointer is (``wakesAt``), so that the commit of a change moves the
pointer too. Every change has a condition on ``revision``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.deadlines.clock_row import ClockRow
from helsebro.deadlines.deadline import Deadline
from helsebro.deadlines.wake import next_wake
from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro_aws.deadlines.keys import (
    DUE,
    deadline_key,
    deadlines_of_queue,
    place_in_queue,
    pointer_key,
)
from helsebro_aws.dynamodb.keys import LAST, Key, as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Delete, Item, Operation, Put, Tables, tables


class DeadlineChanged(Conflict):
    """The deadline has changed since it was read."""


@dataclass(frozen=True)
class StoredDeadline:
    """A deadline as it was read; ``wakes_at`` is the instant that its pointer names."""

    deadline: Deadline
    wakes_at: datetime | None = None


def key_of(deadline: Deadline) -> Key:
    """Returns the key of a deadline. Raises ``NotFound`` when its case has no valid id."""
    return deadline_key(deadline.payer, deadline.case_id, deadline.kind, deadline.subject_id)


def deadline_in(item: Item) -> Deadline:
    """Returns the deadline of an item."""
    return from_item(Deadline, item)


class DynamoDeadlines:
    """The deadlines of all cases."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, key: Key) -> StoredDeadline | None:
        """Returns the deadline with this key, None when no event has moved it yet."""
        item = self.tables.get(self.table, *key)
        if item is None:
            return None
        wakes_at = datetime.fromisoformat(item["wakesAt"]) if "wakesAt" in item else None
        return StoredDeadline(deadline_in(item), wakes_at)

    def change(
        self,
        before: StoredDeadline | None,
        after: Deadline,
        row: ClockRow,
        also: Sequence[Operation] = (),
        events: Sequence[Event] = (),
    ) -> None:
        """Stores a changed deadline with its pointer, its place in the listing, ``also`` and the events.

        Raises ``DeadlineChanged`` when it has changed since it was read.
        """
        revision = before.deadline.revision if before else 0
        key, wake = key_of(after), next_wake(after, row)
        item = {**as_attributes(key), **to_item(replace(after, revision=revision + 1))}
        item |= _listed(after, row, key)
        if wake:
            item["wakesAt"] = instant(wake.at)
        when = "#revision = :before" if before else "attribute_not_exists(#pk)"
        values = {":before": revision} if before else {}
        stored = Put(self.table, item, when, values, otherwise=DeadlineChanged())
        pointers = self._pointers(key, before.wakes_at if before else None, wake.at if wake else None)
        self.tables.commit([stored, *pointers, *also], events=events)

    def due(self, until: datetime, limit: int, cursor: str | None) -> tuple[list[Item], str | None]:
        """Returns a page of the pointers up to an instant, the oldest first, and the next page's cursor.

        A pointer names the key of its deadline: ``deadlinePk`` and ``deadlineSk``.
        """
        page = self.tables.query(
            self.table, DUE, until=f"{instant(until)}#{LAST}", limit=limit, page_cursor=cursor
        )
        return page.items, page.next_cursor

    def drop(self, pointer: Item) -> None:
        """Removes a pointer whose deadline does not exist."""
        self.tables.commit([Delete(self.table, pointer["pk"], pointer["sk"], when=None)])

    def _pointers(self, key: Key, before: datetime | None, after: datetime | None) -> list[Operation]:
        """Returns the operations that move the pointer of a deadline to another instant."""
        if before == after:
            return []
        target = {"deadlinePk": key[0], "deadlineSk": key[1]}
        operations: list[Operation] = []
        if before:
            operations.append(Delete(self.table, *pointer_key(before, key), when=None))
        if after:
            item = {**as_attributes(pointer_key(after, key)), **target}
            operations.append(Put(self.table, item, when=None))
        return operations


def _listed(deadline: Deadline, row: ClockRow, key: Key) -> Item:
    """Returns the attributes that list an open deadline for the staff of its queue."""
    run = deadline.reading(row)
    if run is None or not deadline.is_open(row):
        return {}
    return {
        "listPk": deadlines_of_queue(deadline.payer, deadline.queue(row)),
        "listSk": place_in_queue(run.due_at, key),
    }
