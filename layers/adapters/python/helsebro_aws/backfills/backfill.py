"""Backfill: a change of stored items from an older shape to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from helsebro_aws.dynamodb.operations import Item

Changes: TypeAlias = Mapping[str, Any]
"""The attributes that a change sets; None removes one."""


def none_beside(_: Mapping[str, Any]) -> Sequence[Item]:
    """Stores no items beside the one that changes."""
    return ()


class ItemRead(Mapping[str, Any]):
    """An item that remembers which attributes were read, also those that it does not have."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        """Returns an attribute."""
        self.names.add(name)
        return self.item[name]

    def __iter__(self) -> Iterator[str]:
        """Yields the names of all attributes, which counts as reading them."""
        self.names |= set(self.item)
        return iter(self.item)

    def __len__(self) -> int:
        """Returns the number of attributes."""
        return len(self.item)


@dataclass(frozen=True)
class Backfill:
    """A named change of items in ``tables`` (``cases``, ``people``), whose sort keys begin with ``begins``.

    It takes items with a version in ``older``, where None is an item without one, and gives them ``version``.
    ``change`` is a pure function: it returns the attributes that change, and depends on nothing but the item.
    So is ``beside``: it returns attributes of items beside it, such as rows of a new listing, which the same
    commit sets; an item that does not exist is created.
    """

    name: str
    tables: tuple[str, ...]
    begins: str
    older: frozenset[int | None]
    version: int
    change: Callable[[Mapping[str, Any]], Changes]
    beside: Callable[[Mapping[str, Any]], Sequence[Item]] = none_beside

    def takes(self, item: Item) -> bool:
        """Returns whether it changes an item."""
        return str(item["sk"]).startswith(self.begins) and item.get("v") in self.older
