"""Index tables in the ``people`` table.

``{payer}`` / ``INDEXES`` holds a payer's whole table, so that a cover reads one item. Beside it are the
latest version of every year, ``{payer}#indexes`` / ``YEAR#{year}``, and all its versions,
``{payer}#indexes`` / ``SET#{year}#{version}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from helsebro.errors import Conflict, VersionStale
from helsebro.events import Event
from helsebro.local_day import local_day
from helsebro.policies.index_table import IndexTable, IndexYear
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.keys import (
    YEARS,
    index_partition,
    index_setting_key,
    index_settings,
    index_table_key,
    index_year_key,
)


class DynamoIndexes:
    """The index tables of all payers."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.people_table

    def years(self, payer: str, limit: int, cursor: str | None) -> tuple[list[Item], str | None]:
        """Returns one page of a payer's years, oldest first, and the cursor of the next page."""
        page = self.tables.query(
            self.table, index_partition(payer), begins=YEARS, limit=limit, page_cursor=cursor
        )
        return page.items, page.next_cursor

    def year(self, payer: str, year: int) -> Item | None:
        """Returns the latest version of a year, or None."""
        return self.tables.get(self.table, *index_year_key(payer, year))

    def settings_of(self, payer: str, year: int) -> list[Item]:
        """Returns every version of a year, oldest first."""
        return list(self.tables.query_all(self.table, index_partition(payer), begins=index_settings(year)))

    def set(self, payer: str, new: IndexYear, by: str) -> Item:
        """Stores a year, whose ``version`` is one more than the stored one's, and returns it as stored.

        Raises ``VersionStale`` when another caller set the year since it was read, ``Conflict`` when another
        caller set another year of the table.
        """
        at, stale = clock.now(), VersionStale()
        row: Item = {**to_item(new), "setAt": instant(at), "setBy": by}
        when = "#version = :before" if new.version > 1 else "attribute_not_exists(#pk)"
        values: Mapping[str, Any] = {":before": new.version - 1} if new.version > 1 else {}
        data = {"year": new.year, "hasBegun": new.has_begun(local_day(at))}
        year = as_attributes(index_year_key(payer, new.year))
        setting = as_attributes(index_setting_key(payer, new.year, new.version))
        self.tables.commit(
            [
                Put(self.table, {**year, **row}, when, values, stale),
                Put(self.table, {**setting, **row}, otherwise=stale),
                self._table_put(payer, new),
            ],
            events=[Event("index.set", at, payer, data)],
        )
        return row

    def _table_put(self, payer: str, new: IndexYear) -> Put:
        known = self.tables.get(self.table, *index_table_key(payer))
        table = read(known, payer).with_year(new)
        revision = known["revision"] if known else 0
        percents = {year: str(percent) for year, percent in table.percents.items()}
        item = {**as_attributes(index_table_key(payer)), "percents": percents, "revision": revision + 1}
        if not known:
            return Put(self.table, item, otherwise=Conflict())
        return Put(self.table, item, "#revision = :revision", {":revision": revision}, Conflict())


def read(item: Item | None, payer: str) -> IndexTable:
    """Returns the table that an item holds; an empty table when there is no item."""
    percents = item["percents"] if item else {}
    return IndexTable(payer, {year: Decimal(percent) for year, percent in percents.items()})


def year_in(row: Item) -> IndexYear:
    """Returns the year that a row holds."""
    return from_item(IndexYear, row)
