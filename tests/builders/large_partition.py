"""Partitions larger than one page: DynamoDB answers a query with at most 1 MB, however few items that is."""

from __future__ import annotations

from typing import Any

from helsebro_aws.dynamodb.tables import Put, tables

FILLERS = 3
BYTES = 380_000
"""A little less than an item may hold; three of them are more than a page."""


def fill_first_page(table: str, pk: str, begins: str, *, last: bool = False, **attributes: Any) -> None:
    """Puts more than 1 MB before every item of the partition whose sort key begins with ``begins``.

    ``last`` puts it behind them, where a query that starts with the newest begins. The attributes are those
    that the reader needs; with ``listPk`` the listing is filled in the same way.
    """
    edge = "~" if last else "!"
    for number in range(FILLERS):
        item = {**attributes, "pk": pk, "sk": f"{begins}{edge}{number}", "filler": "x" * BYTES}
        if "listPk" in item:
            item["listSk"] = f"{edge}{number}"
        tables.commit([Put(table, item)])
