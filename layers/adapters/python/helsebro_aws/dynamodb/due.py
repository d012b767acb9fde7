"""What is due in a listing that is sorted by when each item is next looked at."""

from __future__ import annotations

from datetime import datetime
from itertools import islice

from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Tables


def due_in(on: Tables, table: str, listing: str, at: datetime, limit: int) -> list[str]:
    """Returns the partition keys of those that are due by ``at``, the longest due first."""
    found = on.query_all(table, listing, until=instant(at), listing=True, page_size=limit)
    return [str(item["pk"]) for item in islice(found, limit)]
