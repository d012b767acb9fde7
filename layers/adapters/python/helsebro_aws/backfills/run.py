"""Runs a backfill page by page over whole tables, beside all other writers.

A page is read with a scan and each item written with a condition: the item has the version that was read, and
so has every attribute that the change depends on. When another writer was faster, the item is left as that
writer made it and counted as a conflict; the next run finds it again if it still has the older version. So a
run that is stopped anywhere and repeated changes each item once.

A scan reads every item of its tables, whatever their kind: half a read unit for each 4 kB. Each changed item
costs a write unit for each kB of it, and four more for each row that is stored beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from helsebro.errors import Conflict
from helsebro_aws.backfills.backfill import Backfill, ItemRead
from helsebro_aws.backfills.scan_place import ScanPlace
from helsebro_aws.dynamodb.scan import scan_page
from helsebro_aws.dynamodb.tables import Item, Tables, Update, tables
from helsebro_aws.platform.rust_core import core

PAGE = 500
"""The most items of a page, so that a page is written in a few seconds."""
EXAMPLES = 3
KIND = re.compile(r"[A-Z]+")
OPAQUE_ID = re.compile(r"(?!per_)[a-z]{3}_[a-z2-7]{16,}")
"""An id of ours, but not a person's. Other parts of a key may be a clinic's own text."""


@dataclass(frozen=True)
class BackfillResult:
    """Counts of items, and the cursor of the next page (None at the end); nothing of their content.

    ``matched`` are the items to change, ``conflicts`` those that another writer changed in between.
    ``examples`` shows a few of the matched items by their ids.
    """

    seen: int = 0
    matched: int = 0
    changed: int = 0
    conflicts: int = 0
    pages: int = 0
    examples: tuple[str, ...] = ()
    cursor: str | None = None

    def with_item(self, table: str, item: Item) -> BackfillResult:
        """Returns the result with one more matched item."""
        examples = (*self.examples, shown(table, item))[:EXAMPLES]
        return replace(self, matched=self.matched + 1, examples=examples)

    def with_write(self, *, succeeded: bool) -> BackfillResult:
        """Returns the result with one more changed item, or one more conflict."""
        if succeeded:
            return replace(self, changed=self.changed + 1)
        return replace(self, conflicts=self.conflicts + 1)


class BackfillRun:
    """Runs backfills; a page has at most ``page_size`` items."""

    def __init__(self, on: Tables = tables, page_size: int = PAGE) -> None:
        self.tables, self.page_size = on, page_size

    def run(
        self,
        backfill: Backfill,
        *,
        dry_run: bool,
        cursor: str | None,
        pages: int,
        has_time: Callable[[], bool] = lambda: True,
    ) -> BackfillResult:
        """Reads up to ``pages`` pages from the cursor on, while ``has_time``; at least one.

        Changes nothing when ``dry_run``. Raises ``UnknownPlace`` for a cursor of another backfill.
        """
        place: ScanPlace | None = ScanPlace.of_cursor(cursor, len(backfill.tables))
        result = BackfillResult()
        while place and result.pages < pages and (has_time() or not result.pages):
            result, place = self._page(backfill, place, result, dry_run=dry_run)
        return replace(result, cursor=place.cursor if place else None)

    def _page(
        self, backfill: Backfill, place: ScanPlace, result: BackfillResult, *, dry_run: bool
    ) -> tuple[BackfillResult, ScanPlace | None]:
        """Returns the result with one more page, and the place of the next; None after the last table."""
        name = backfill.tables[place.table]
        table = str(getattr(self.tables.settings, f"{name}_table"))
        items, last = scan_page(self.tables, table, reads=self.page_size, after=place.after)
        result = replace(result, pages=result.pages + 1, seen=result.seen + len(items))
        for item in filter(backfill.takes, items):
            result = result.with_item(name, item)
            if not dry_run:
                result = result.with_write(succeeded=self._write(table, item, backfill))
        if last:
            return result, ScanPlace(place.table, last)
        following = place.table + 1
        return result, ScanPlace(following) if following < len(backfill.tables) else None

    def _write(self, table: str, item: Item, backfill: Backfill) -> bool:
        """Changes an item; returns False when another writer has changed what the change depends on."""
        change = change_of(table, item, backfill)
        rows = backfill.beside(item)
        if rows:
            return self._commit([change, *(_beside(table, row) for row in rows)])
        call = change.operation()
        # Not a transaction, which costs twice as much: one item is changed, and no event tells of it.
        kinds = ("type", "table", "key")
        rest = {name: part for name, part in call.items() if name not in kinds}
        try:
            self.tables.call("sync_update_item", table, call["key"], **rest)
        except core.ConditionalCheckFailedException:
            return False
        return True

    def _commit(self, operations: Sequence[Update]) -> bool:
        try:
            self.tables.commit(operations)
        except Conflict:
            return False
        return True


def _beside(table: str, row: Item) -> Update:
    rest = {name: value for name, value in row.items() if name not in ("pk", "sk")}
    return Update(table, row["pk"], row["sk"], set=rest, when=None, creates=True)


def change_of(table: str, item: Item, backfill: Backfill) -> Update:
    """Returns the update of an item, with the condition that all it depends on is as it was read."""
    read = ItemRead(item)
    changes = backfill.change(read)
    backfill.beside(read)
    names = sorted(read.names - {"pk", "sk"} | {"v"})
    there = [name for name in names if name in item]
    conditions = [
        "attribute_exists(#pk)",
        *(f"#{name} = :read_{name}" if name in item else f"attribute_not_exists(#{name})" for name in names),
    ]
    return Update(
        table,
        item["pk"],
        item["sk"],
        set={**{name: value for name, value in changes.items() if value is not None}, "v": backfill.version},
        remove=[name for name, value in changes.items() if value is None],
        when=" AND ".join(conditions),
        values={f":read_{name}": item[name] for name in there},
        otherwise=Conflict(),
    )


def shown(table: str, item: Item) -> str:
    """Returns an item's table and key; every part that may name a person or is free text becomes ``…``."""
    return " ".join([table, *_shown_parts(item["pk"]), *_shown_parts(item["sk"])])


def _shown_parts(key: str) -> list[str]:
    first, *rest = key.split("#")
    of_first = first if KIND.fullmatch(first) or OPAQUE_ID.fullmatch(first) else "…"
    return [of_first, *(part if OPAQUE_ID.fullmatch(part) else "…" for part in rest)]
