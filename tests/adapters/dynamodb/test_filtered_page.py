"""A filtered list reads at most five pages, shows every entry once, and continues after the last one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from helsebro.errors import BadInput
from helsebro_aws.dynamodb.filtered_page import MOST_PAGES, ROWS, filtered_page
from helsebro_aws.dynamodb.tables import Item, Page, Put, Tables, tables

pytestmark = pytest.mark.usefixtures("aws")
EVERY = 7
"""One row in so many is shown."""


class CountedPages(Tables):
    """Counts the pages that are read."""

    pages = 0

    def query(self, *given: object, **named: object) -> Page:
        self.pages += 1
        return super().query(*given, **named)  # type: ignore[arg-type]


def stored(count: int) -> None:
    """Stores rows with the numbers from 0 on, in a partition and in its listing."""
    for start in range(0, count, 100):
        tables.commit([Put("cases", row(number)) for number in range(start, min(start + 100, count))])


def row(number: int) -> Item:
    place = f"{number:05}"
    return {"pk": "p", "sk": f"R#{place}", "listPk": "listed", "listSk": place, "number": number}


def entries_of(rows: Sequence[Item]) -> list[int | None]:
    return [None if int(row["number"]) % EVERY else int(row["number"]) for row in rows]


def page(
    limit: int, cursor: str | None = None, *, listing: bool, newest_first: bool = False, on: Tables = tables
) -> tuple[list[int], str | None]:
    pk = "listed" if listing else "p"
    return filtered_page(
        on, "cases", pk, entries_of, limit, cursor, listing=listing, newest_first=newest_first
    )


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("listing", [False, True])
def test_the_pages_hold_every_entry_once_in_order(listing: bool, newest_first: bool) -> None:
    stored(300)
    found: list[int] = []
    cursor = None
    while True:
        some, cursor = page(4, cursor, listing=listing, newest_first=newest_first)
        assert len(some) <= 4
        found += some
        if cursor is None:
            break
    assert found == sorted(range(0, 300, EVERY), reverse=newest_first)


def test_a_full_page_ends_before_the_rest_of_what_was_read() -> None:
    stored(100)
    counted = CountedPages()
    found, cursor = page(2, listing=True, on=counted)
    assert (found, counted.pages) == ([0, 7], 2)
    assert page(2, cursor, listing=True)[0] == [14, 21]


def test_when_the_reads_are_used_up_the_page_is_short_and_continues_behind_them() -> None:
    count = 1 + MOST_PAGES * ROWS
    stored(count)
    counted = CountedPages()

    def only_last(rows: Sequence[Item]) -> list[int | None]:
        return [int(row["number"]) if row["number"] == count - 1 else None for row in rows]

    found, cursor = filtered_page(counted, "cases", "p", only_last, 1, None)
    assert (found, counted.pages) == ([], MOST_PAGES)
    assert filtered_page(tables, "cases", "p", only_last, 1, cursor) == ([count - 1], None)


def test_a_cursor_of_another_list_is_refused() -> None:
    stored(10)
    _, cursor = page(1, listing=True)
    with pytest.raises(BadInput):
        page(1, cursor, listing=False)
