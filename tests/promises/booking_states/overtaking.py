"""One act overtakes another: it is done after the other has read, and before the other writes.

The conditions of a write decide only then, since every function looks before it writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import Context
from typing import Any

from helsebro_aws.dynamodb.tables import tables


class OvertakenClient:
    """The client of the tables; before its first transaction it does the other act, on the client itself."""

    def __init__(self, client: Any, other: Callable[[], None]) -> None:
        self.client, self.other = client, other

    def __getattr__(self, name: str) -> Any:
        """Returns what the client has under the name."""
        return getattr(self.client, name)

    def sync_transact_write(self, *given: Any, **named: Any) -> Any:
        """Writes a transaction."""
        tables.client = self.client
        # In a context of its own: what it asks of AWS is not asked by the function that it overtakes.
        Context().run(self.other)
        return self.client.sync_transact_write(*given, **named)


@contextmanager
def overtaken_by(other: Callable[[], None]) -> Iterator[None]:
    """Does the other act before the first transaction of the block, if it has one."""
    client = tables.client
    tables.client = OvertakenClient(client, other)
    try:
        yield
    finally:
        tables.client = client
