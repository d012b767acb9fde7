"""Changes to an item that carries a version: only what may change, and only if the item is as it was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from helsebro.errors import Conflict
from helsebro_aws.dynamodb.operations import Update
from helsebro_aws.dynamodb.record import to_item


def on_top_of(version: int, table: str, key: tuple[str, str], after: Any, names: Iterable[str]) -> Update:
    """Returns the update that writes the attributes ``names`` of ``after``, and removes those it has not.

    It fails with ``Conflict`` when the item no longer has the version.
    """
    item, changing = to_item(after), tuple(names)
    return Update(
        table,
        *key,
        set={name: item[name] for name in changing if name in item},
        remove=[name for name in changing if name not in item],
        when="#version = :before",
        values={":before": version},
        otherwise=Conflict(),
    )
