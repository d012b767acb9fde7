"""What an answer reads: the pages of queries that ``Tables.call`` makes, and the rows on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from helsebro_aws.dynamodb.tables import tables


@dataclass
class Reads:
    """Pages of queries, the rows on them, and the items that were read by their keys."""

    pages: int = 0
    rows: int = 0
    items: int = 0


class CountingClient:
    """The client of DynamoDB; it counts what each call reads."""

    def __init__(self, real: Any, reads: Reads) -> None:
        self.real, self.reads = real, reads

    def sync_query_page(self, *given: Any, **named: Any) -> Any:
        page = self.real.sync_query_page(*given, **named)
        self.reads.pages += 1
        self.reads.rows += len(page[0])
        return page

    def sync_batch_get(self, *given: Any) -> Any:
        found = list(self.real.sync_batch_get(*given))
        self.reads.items += len(found)
        return found

    def sync_get_item(self, *given: Any) -> Any:
        self.reads.items += 1
        return self.real.sync_get_item(*given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


@contextmanager
def counted() -> Iterator[Reads]:
    """Counts what the running function reads while the block runs."""
    reads = Reads()
    with patch.dict(tables.__dict__, client=CountingClient(tables.client, reads)):
        yield reads
