"""One page of a whole table, for work that an operator starts; no route of the API reads like this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.tables import Item, Tables


def scan_page(
    tables: Tables,
    table: str,
    *,
    reads: int,
    after: Key | None,
    when: str | None = None,
    values: Mapping[str, Any] | None = None,
) -> tuple[list[Item], Key | None]:
    """Reads ``reads`` items of a table, in no useful order; returns all, or those for which ``when`` holds.

    ``when`` names attributes directly, such as ``pk < :until``. The key that is returned continues the scan
    as ``after``; it is None at the end. The reads are eventually consistent.
    """
    items, last, *_ = tables.call(
        "sync_scan_page",
        table,
        filter_expression=when,
        expression_attribute_values=dict(values) if values else None,
        limit=reads,
        exclusive_start_key=as_attributes(after) if after else None,
    )
    return [dict(item) for item in items], (last["pk"], last["sk"]) if last else None
