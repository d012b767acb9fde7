"""Reconciliations in the ``money`` table: ``{payer}#reconciliations`` / ``{day}``."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import date

from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.reconciliation.reconciliation import Reconciliation
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, tables
from helsebro_aws.reconciliation.keys import reconciliation_key, reconciliations_of


class ReconciledElsewhere(Conflict):
    """Another run of the function goes on with the same reconciliation."""


class DynamoReconciliations:
    """Stores a night's reconciliation after each page of cases."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.money_table

    def known(self, payer: str, day: date) -> Reconciliation | None:
        """Returns a payer's reconciliation of a day; None before it began."""
        item = self.tables.get(self.table, *reconciliation_key(payer, day))
        return _read(item) if item else None

    def latest(self, payer: str, limit: int, cursor: str | None) -> tuple[list[Reconciliation], str | None]:
        """Returns a page of a payer's reconciliations, latest first, and the cursor of the next."""
        page = self.tables.query(
            self.table, reconciliations_of(payer), limit=limit, page_cursor=cursor, newest_first=True
        )
        return [_read(item) for item in page.items], page.next_cursor

    def advance(
        self,
        before: Reconciliation | None,
        after: Reconciliation,
        also: Sequence[Operation] = (),
        events: Sequence[Event] = (),
    ) -> None:
        """Stores how far a reconciliation is. Raises ``ReconciledElsewhere``, or what ``also`` raises."""
        item = {**as_attributes(reconciliation_key(after.payer, after.day)), **_item(after)}
        when, values = "attribute_not_exists(#pk)", {}
        if before:
            when, values = "#version = :before", {":before": before.version}
        put = Put(self.table, item, when, values, ReconciledElsewhere())
        self.tables.commit([put, *also], events=events)


def _item(reconciliation: Reconciliation) -> Item:
    # Thousands of sums are alike, and an item holds 400 kB.
    packed = zlib.compress(json.dumps(to_item(reconciliation.sums)).encode())
    return {**to_item(reconciliation), "sums": packed}


def _read(item: Item) -> Reconciliation:
    return from_item(Reconciliation, {**item, "sums": json.loads(zlib.decompress(item["sums"]))})
