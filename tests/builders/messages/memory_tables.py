"""Tables in memory: the commits of one table with the conditions of its users, much faster than moto."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any

from helsebro.events import Event
from helsebro_aws.dynamodb.tables import Delete, Item, Put, Update

HOLDS: dict[str | None, Callable[[Item | None, Any], bool]] = {
    "attribute_not_exists(#pk)": lambda item, _: item is None,
    "#version = :before": lambda item, values: item is not None and item["version"] == values[":before"],
    "#revision = :before": lambda item, values: item is not None and item["revision"] == values[":before"],
    None: lambda *_: True,
}


class MemoryTables:
    """Stores all operations of a commit and its events, or raises the error of the first that fails."""

    def __init__(self) -> None:
        self.items: dict[tuple[str, str], Item] = {}
        self.events: list[Event] = []
        self.settings = SimpleNamespace(cases_table="cases")

    def get(self, _: str, pk: str, sk: str) -> Item | None:
        """Returns a copy of an item."""
        item = self.items.get((pk, sk))
        return dict(item) if item else None

    def query_all(self, _: str, pk: str, *, begins: str) -> Iterator[Item]:
        """Yields the items of a partition."""
        yield from (
            dict(item) for key, item in self.items.items() if key[0] == pk and key[1].startswith(begins)
        )

    def commit(self, operations: Sequence[Put | Update | Delete], *, events: Sequence[Event] = ()) -> None:
        """Stores everything or nothing."""
        for operation in operations:
            if not HOLDS[operation.when](self.items.get(_key(operation)), operation.values):
                raise operation.otherwise
        for operation in operations:
            if isinstance(operation, Delete):
                self.items.pop(_key(operation), None)
            else:
                self.items[_key(operation)] = self._after(operation)
        self.events += events

    def _after(self, operation: Put | Update) -> Item:
        if isinstance(operation, Put):
            return dict(operation.item)
        kept = self.items[_key(operation)] | dict(operation.set)
        return {name: value for name, value in kept.items() if name not in operation.remove}


def _key(operation: Put | Update | Delete) -> tuple[str, str]:
    if isinstance(operation, Put):
        return operation.item["pk"], operation.item["sk"]
    return operation.pk, operation.sk
