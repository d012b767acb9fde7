"""The place of a backfill in its tables: the cursor from which it goes on."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from helsebro_aws.dynamodb.keys import Key


class UnknownPlace(Exception):
    """The cursor is not one that this backfill returned."""


@dataclass(frozen=True)
class ScanPlace:
    """The number of the table, and the key of the last item read in it; None at the table's beginning."""

    table: int = 0
    after: Key | None = None

    @property
    def cursor(self) -> str:
        """The place as text. The text contains a key in base64, so it is no text for logs."""
        return urlsafe_b64encode(json.dumps([self.table, self.after]).encode()).decode()

    @classmethod
    def of_cursor(cls, cursor: str | None, tables: int) -> ScanPlace:
        """Returns the place of a cursor, the beginning without one. Raises ``UnknownPlace``."""
        if not cursor:
            return cls()
        try:
            table, after = json.loads(urlsafe_b64decode(cursor))
            pk, sk = after or ("", "")
        except (ValueError, TypeError):
            raise UnknownPlace from None
        if not (
            isinstance(table, int) and 0 <= table < tables and isinstance(pk, str) and isinstance(sk, str)
        ):
            raise UnknownPlace
        return cls(table, (pk, sk) if after else None)
