"""The ledger of money in the ``money`` table: ``{payer}#{claimId}#ledger`` / ``ENTRY#{entryId}``.

Each entry is in the listing ``{payer}#ledger#{day}`` of its local day. Nothing changes or removes one.
"""

from __future__ import annotations

from datetime import date
from itertools import islice

from helsebro.errors import Refused
from helsebro.ids import ClaimId
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.ledger.keys import LEDGER, entries_of_day, ledger_partition

MOST_OF_A_DAY = 20_000
"""A sheet of more would be larger than an answer may be."""


class LedgerDayTooLarge(Refused):
    """The entries of the day are too many for one sheet; a page of them at a time is not."""

    code = "ledger-day-too-large"


class DynamoLedger:
    """Reads the ledger of money."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.money_table

    def of_case(self, claim_id: ClaimId) -> list[LedgerEntry]:
        """Returns every entry of a case, in any order. Raises ``NotFound`` when the id is no claim's."""
        rows = self.tables.query_all(self.table, ledger_partition(claim_id), begins=LEDGER)
        return [from_item(LedgerEntry, row) for row in rows]

    def of_day(
        self, payer: str, day: date, limit: int, cursor: str | None
    ) -> tuple[list[LedgerEntry], str | None]:
        """Returns one page of a payer's entries of a local day, oldest first, and the next cursor."""
        page = self.tables.query(
            self.table, entries_of_day(payer, day), limit=limit, page_cursor=cursor, listing=True
        )
        return [from_item(LedgerEntry, row) for row in page.items], page.next_cursor

    def whole_day(self, payer: str, day: date) -> list[LedgerEntry]:
        """Returns a payer's entries of a local day, oldest first. Raises ``LedgerDayTooLarge``."""
        rows = self.tables.query_all(self.table, entries_of_day(payer, day), listing=True)
        found = [from_item(LedgerEntry, row) for row in islice(rows, MOST_OF_A_DAY + 1)]
        if len(found) > MOST_OF_A_DAY:
            raise LedgerDayTooLarge()
        return found
