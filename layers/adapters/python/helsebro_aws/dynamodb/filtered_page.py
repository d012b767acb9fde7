"""A page of a list that shows only some of the rows of its partition, in a bounded number of reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from helsebro_aws.dynamodb.operations import Item
from helsebro_aws.dynamodb.tables import Tables

ListedEntry = TypeVar("ListedEntry")
MOST_PAGES = 5
"""The most pages that are read for one answer; it may hold fewer entries than were asked for."""
ROWS = 100
"""The rows of every page but the first, which has as many as the answer may hold."""


def filtered_page(
    tables: Tables,
    table: str,
    pk: str,
    entries_of: Callable[[Sequence[Item]], Sequence[ListedEntry | None]],
    limit: int,
    cursor: str | None,
    *,
    after: str | None = None,
    until: str | None = None,
    listing: bool = False,
    newest_first: bool = False,
) -> tuple[list[ListedEntry], str | None]:
    """Returns up to ``limit`` entries of a partition, or of a ``listing``, and the cursor of the next page.

    ``entries_of`` returns the entry of each row, or None for a row that is not shown. The cursor continues
    after the last entry, or after the last row that was read when the reads are used up. Raises ``BadInput``
    (400) for a cursor of another list.
    """
    found: list[ListedEntry] = []
    for number in range(MOST_PAGES):
        page = tables.query(
            table,
            pk,
            after=after,
            until=until,
            limit=ROWS if number else limit,
            page_cursor=cursor,
            listing=listing,
            newest_first=newest_first,
        )
        shown = [
            (row, entry)
            for row, entry in zip(page.items, entries_of(page.items), strict=True)
            if entry is not None
        ]
        wanted = shown[: limit - len(found)]
        found += [entry for _, entry in wanted]
        if len(wanted) < len(shown):
            return found, cursor_after(wanted[-1][0], listing=listing)
        cursor = page.next_cursor
        if cursor is None or len(found) == limit:
            break
    return found, cursor


def cursor_after(row: Item, *, listing: bool) -> str:
    """Returns the cursor of the page that follows a row."""
    # Here, so that a list of one page loads no code of cursors.
    from helsebro_aws.dynamodb import cursor as cursors

    partition = "listPk" if listing else "pk"
    names = (partition, *cursors.REST_OF_KEY[partition])
    return cursors.write({name: row[name] for name in names}, partition)
