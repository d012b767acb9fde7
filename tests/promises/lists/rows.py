"""Rows of a list in large numbers, written past the functions that make them one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from boto3.dynamodb.types import TypeSerializer

from helsebro_aws.dynamodb.operations import Item, Operation, Put
from helsebro_aws.dynamodb.tables import Tables

AT_ONCE = 25
"""The most items that one batch of writes holds."""
SERIALIZER = TypeSerializer()
Row = tuple[str, Item]
"""A table and an item in it."""


class Recorder(Tables):
    """Tables that keep what a commit would put instead of storing it."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def commit(self, operations: Sequence[Operation], **_: object) -> None:
        self.rows += puts(operations)


def puts(operations: Iterable[Operation]) -> list[Row]:
    """Returns the rows that these operations put."""
    return [(each.table, each.item) for each in operations if isinstance(each, Put)]


def around(table: str, pk: str, count: int) -> Iterator[Row]:
    """Yields rows of other kinds in a partition: half of them before, half after all real ones."""
    for number in range(count):
        yield table, {"pk": pk, "sk": f"{'!~'[number % 2]}OTHER#{number:06}"}


def listed(table: str, listing: str, count: int) -> Iterator[Row]:
    """Yields rows of another listing, such as that of another queue or state."""
    for number in range(count):
        key = {"pk": f"other#{listing}#{number:06}", "sk": "OTHER"}
        yield table, {**key, "listPk": listing, "listSk": f"2026#{number:06}"}


def store(dynamodb: Any, rows: Iterable[Row]) -> None:
    """Stores rows, many at once."""
    by_table: dict[str, list[Item]] = {}
    for table, item in rows:
        by_table.setdefault(table, []).append(item)
    for table, items in by_table.items():
        for start in range(0, len(items), AT_ONCE):
            some = [{"PutRequest": {"Item": _typed(item)}} for item in items[start : start + AT_ONCE]]
            dynamodb.batch_write_item(RequestItems={table: some})


def _typed(item: Item) -> dict[str, Any]:
    return {name: SERIALIZER.serialize(value) for name, value in item.items() if value is not None}
