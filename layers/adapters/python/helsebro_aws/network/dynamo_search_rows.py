"""Search rows in the ``network`` table.

``PRACTITIONERS#{country}#{treatment}`` / ``{postcode}#{practitionerId}`` is what the search knows of a
practitioner: a row for each treatment and one for all, at each address. The key of a row of a further address
ends with ``#{key}``. The rows of the first address are listed by first free slot, for a search without a
postcode. ``{practitionerId}`` / ``SEARCHROWS`` names the rows that are stored and counts their changes, so
that an older state never replaces a newer one. It is listed by the practitioner's first free slot, so that
the rows are written again when that slot has begun.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from helsebro.errors import Conflict
from helsebro.ids import PractitionerId
from helsebro.network.matching import NEVER
from helsebro.network.search_row import SearchRow
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Delete, Item, Operation, Put, Tables, Update, tables
from helsebro_aws.network.keys import FIRST_FREE_SLOTS, search_partition, search_place, search_rows_key

ROWS = 60
"""The most rows that a search reads in each direction of the postcode, and in each range near it."""
MOST_ROWS = 4 * ROWS
BEGUN = 100
"""The most practitioners that are read at once."""
FIRST = " "
"""Sorts before every place in a listing."""

RowPage: TypeAlias = tuple[list[SearchRow], "str | None"]
"""Search rows, and the cursor of the next page."""


class SearchRowsChanged(Conflict):
    """Another writer changed the search rows since they were read."""


@dataclass(frozen=True)
class StoredSearchRows:
    """Which search rows of a practitioner are stored, after how many changes.

    ``place`` is the practitioner's place in the listing of first free slots.
    """

    revision: int = 0
    keys: tuple[Key, ...] = ()
    place: str | None = None


class DynamoSearchRows:
    """The search rows of all practitioners."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def between(
        self, search: str, first: str, last: str, cursor: str | None, *, downwards: bool = False
    ) -> RowPage:
        """Returns the next rows of a search partition in the postcodes from ``first`` to before ``last``."""
        page = self.tables.query(
            self.table,
            search,
            after=first,
            until=last,
            limit=ROWS,
            page_cursor=cursor,
            newest_first=downwards,
        )
        return rows_in(page.items), page.next_cursor

    def by_first_free(self, search: str, cursor: str | None) -> RowPage:
        """Returns the next rows of a search partition by first free slot, the earliest first."""
        page = self.tables.query(self.table, search, limit=MOST_ROWS, page_cursor=cursor, listing=True)
        return rows_in(page.items), page.next_cursor

    def stored(self, practitioner_id: PractitionerId) -> StoredSearchRows:
        """Returns which rows of a practitioner are stored."""
        item = self.tables.get(self.table, *search_rows_key(practitioner_id))
        if item is None:
            return StoredSearchRows()
        keys = tuple((pk, sk) for pk, sk in item.get("rows", ()))
        return StoredSearchRows(int(item.get("revision", 0)), keys, item.get("listSk"))

    def begun(self, at: datetime, cursor: str | None) -> tuple[list[PractitionerId], str | None]:
        """Returns a page of the practitioners whose first free slot has begun, and the next cursor."""
        page = self.tables.query(
            self.table, FIRST_FREE_SLOTS, until=instant(at), limit=BEGUN, page_cursor=cursor, listing=True
        )
        return [PractitionerId(row["pk"]) for row in page.items], page.next_cursor

    def replace(
        self, practitioner_id: PractitionerId, before: StoredSearchRows, after: SearchRow | None
    ) -> int:
        """Stores the rows of a practitioner, none when ``after`` is None; returns how many it changed.

        Raises ``SearchRowsChanged`` when they have changed since ``before`` was read.
        """
        wanted = rows_of(after) if after else {}
        known = {(item["pk"], item["sk"]): item for item in self.tables.get_many(self.table, before.keys)}
        gone = [key for key in before.keys if key not in wanted]
        changed = [item for key, item in wanted.items() if _differs(known.get(key), item)]
        operations: list[Operation] = [Delete(self.table, *key, when=None) for key in gone]
        operations += [Put(self.table, item, when=None) for item in changed]
        place = _place(practitioner_id, after)
        if operations or place != before.place:
            names = self._names(practitioner_id, before.revision, list(wanted), place)
            self.tables.commit([*operations, names])
        return len(operations)

    def _names(
        self, practitioner_id: PractitionerId, revision: int, keys: Sequence[Key], place: str | None
    ) -> Update:
        listed = {"listPk": FIRST_FREE_SLOTS, "listSk": place} if place else {}
        return Update(
            self.table,
            *search_rows_key(practitioner_id),
            set={"revision": revision + 1, "rows": [list(key) for key in keys], **listed},
            remove=() if listed else ("listPk", "listSk"),
            when="#revision = :before" if revision else "attribute_not_exists(#revision)",
            values={":before": revision} if revision else {},
            otherwise=SearchRowsChanged(),
            creates=not revision,
        )


def _place(practitioner_id: PractitionerId, row: SearchRow | None) -> str | None:
    first = row.first_free if row else None
    return f"{instant(first.starts_at)}#{practitioner_id}" if first else None


def due_at_once(practitioner_id: PractitionerId) -> Item:
    """Returns the item of a practitioner whose search rows were never written, before any change of them."""
    key = as_attributes(search_rows_key(practitioner_id))
    return {**key, "listPk": FIRST_FREE_SLOTS, "listSk": FIRST}


def rows_of(row: SearchRow) -> Mapping[Key, Item]:
    """Returns the items of a practitioner's search rows by their keys, of every address.

    Those of the first address are listed, so that a search without a postcode finds each practitioner once.
    """
    return {key: item for at in row.at_each_place() for key, item in _rows_at(at).items()}


def _rows_at(row: SearchRow) -> Mapping[Key, Item]:
    practitioner_id, address = row.practitioner.practitioner_id, row.address
    place = search_place(address.postcode, practitioner_id, row.place)
    first = instant(row.first_free.starts_at) if row.first_free else NEVER
    shown, sort_key = to_item(row), f"{first}#{practitioner_id}"
    items = {}
    for treatment in sorted(row.treatments):
        partition = search_partition(address.country, treatment)
        listed = {} if row.place else {"listPk": partition, "listSk": sort_key}
        items[partition, place] = {**as_attributes((partition, place)), **listed, **shown}
    return items


def rows_in(items: Iterable[Item]) -> list[SearchRow]:
    """Returns the search rows that items hold."""
    return [from_item(SearchRow, item) for item in items]


def _differs(known: Item | None, wanted: Item) -> bool:
    return known is None or {name: part for name, part in known.items() if name != "v"} != wanted
