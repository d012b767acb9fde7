"""Stores the entries of guarantees and payables that are older than the ledger of money, a case at a time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from helsebro.errors import NotFound
from helsebro.ids import ClaimId
from helsebro.reconciliation.opening import opening_entries
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.ledger.entries import EntryExists, entry_operations
from helsebro_aws.platform import clock
from helsebro_aws.reconciliation.case_reader import CaseReader


class LedgerOpening:
    """Opens the ledger of cases; ``now`` is its clock."""

    def __init__(self, on: Tables = tables, now: Callable[[], datetime] = clock.now) -> None:
        self.tables, self.reader, self.now = on, CaseReader(on), now

    def open(self, claim_id: ClaimId) -> int:
        """Stores the entries that a case lacks and returns how many; none when a commit was faster."""
        with suppress(NotFound, EntryExists):
            entries = opening_entries(self.reader.read(claim_id), self.now())
            if entries:
                self.tables.commit(entry_operations(entries, self.tables))
            return len(entries)
        return 0
