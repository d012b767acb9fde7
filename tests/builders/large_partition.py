"""Partitions larger than one page: DynamoDB returns at most 1 MB a query, even if that is a few items."""

from __future__ import annotations

from typing import Any

from helsebro_aws.dynamodb.tables import Put, tables

FILLERS = 3
BYTES = 380_000
"""A little less than the limit of an item; three such items are more than a page."""


def fill_first_page(table: str, pk: str, begins: str, *, last: bool = False, **attributes: Any) -> None:
    """Puts more than 1 MB before every item of the partition whose sort key begins with ``begins``.

    ``last`` puts it after them, where a query for the newest items starts. The attributes are those that the
    reader needs; with ``listPk`` the listing gets the same items.
    """
    edge = "~" if last else "!"
    for number in range(FILLERS):
        item = {**attributes, "pk": pk, "sk": f"{begins}{edge}{number}", "filler": "x" * BYTES}
        if "listPk" in item:
            item["listSk"] = f"{edge}{number}"
        tables.commit([Put(table, item)])
