"""``schema-version-1``: gives version 1 to every item that is older than schema versions.

Such an item has the first shape of its kind, so nothing else changes. Rows of the outbox and receipts expire
within 30 days and are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.backfills.backfill import Backfill, Changes


def _nothing_else(_: Mapping[str, Any]) -> Changes:
    return {}


SCHEMA_VERSION_1 = Backfill(
    name="schema-version-1",
    tables=("cases", "people", "network", "money", "audit"),
    begins="",
    older=frozenset({None}),
    version=1,
    change=_nothing_else,
)
