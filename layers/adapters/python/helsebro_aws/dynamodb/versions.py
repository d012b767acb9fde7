"""Changing an item that carries a version: only what may change, and only on top of what was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from helsebro.errors import Conflict
from helsebro_aws.dynamodb.operations import Update
from helsebro_aws.dynamodb.record import to_item


def on_top_of(version: int, table: str, key: tuple[str, str], after: Any, names: Iterable[str]) -> Update:
    """Writes these attributes of ``after``; a ``Conflict`` when the item's version is another by then."""
    shown = to_item(after)
    return Update(
        table,
        *key,
        set={name: shown[name] for name in names if name in shown},
        when="#version = :before",
        values={":before": version},
        otherwise=Conflict(),
    )
