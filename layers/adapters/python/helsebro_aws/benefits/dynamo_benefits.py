"""Benefit ledgers in the ``people`` table: one partition ``{payer}#{personId}#benefits``, read in one query.

``LEDGER`` holds the revision, ``RESERVATION#{guaranteeId}`` and ``USE#{invoiceId or refundId}`` the rows. A
reservation that may still have sessions to release is in the listing ``reservations`` by the day it is kept
until.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from helsebro.benefits.ledger import Ledger
from helsebro.benefits.reservation import Reservation
from helsebro.benefits.use import Use
from helsebro.errors import Conflict
from helsebro.ids import PersonId
from helsebro_aws.benefits.keys import (
    LEDGER,
    OPEN_RESERVATIONS,
    RESERVATIONS,
    USES,
    ledger_key,
    ledger_partition,
    reservation_key,
    use_key,
)
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Operation, Put, Tables, Update, tables

PAGE = 100
LedgerRow = TypeVar("LedgerRow")


class LedgerChanged(Conflict):
    """The person's ledger changed between our read and our write."""


class DynamoBenefits:
    """Stores benefit ledgers in DynamoDB."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.people_table

    def ledger(self, payer: str, person_id: PersonId) -> Ledger:
        """Returns a person's ledger at one payer in one query; it is empty when nothing was ever granted.

        The head comes first in the partition, so a change during the query is newer than the revision that
        was read, and a commit on that revision fails.
        """
        rows = list(self.tables.query_all(self.table, ledger_partition(payer, person_id)))
        revisions = (int(row["revision"]) for row in rows if row["sk"] == LEDGER)
        return Ledger(
            payer,
            person_id,
            revision=next(revisions, 0),
            reservations=tuple(_all_of(Reservation, RESERVATIONS, rows)),
            uses=tuple(_all_of(Use, USES, rows)),
        )

    def replacement(self, before: Ledger, after: Ledger) -> list[Operation]:
        """Returns the operations that replace ``before`` with ``after``; none when they are equal.

        The last one fails with ``LedgerChanged`` when the ledger was changed since ``before`` was read.
        """
        owner = (before.payer, before.person_id)
        rows = [
            *(
                self._reservation(owner, kept)
                for kept in after.reservations
                if kept not in before.reservations
            ),
            *(
                self._row(use_key(*owner, use.use_id), to_item(use))
                for use in after.uses
                if use not in before.uses
            ),
        ]
        if not rows:
            return []
        when, values = "attribute_not_exists(#pk)", {}
        if before.revision:
            when, values = "#revision = :read", {":read": before.revision}
        head = Update(
            self.table,
            *ledger_key(*owner),
            set={"revision": before.revision + 1},
            when=when,
            values=values,
            otherwise=LedgerChanged(),
            creates=not before.revision,
        )
        return [*rows, head]

    def to_release(self, before: date) -> Iterator[Item]:
        """Yields ``{payer, personId, guaranteeId}`` of the open reservations whose last day has passed.

        A reservation that is closed leaves the listing; the next page starts after the last one read.
        """
        return self.tables.query_all(
            self.table, OPEN_RESERVATIONS, until=before.isoformat(), listing=True, page_size=PAGE
        )

    def _reservation(self, owner: tuple[str, PersonId], reservation: Reservation) -> Put:
        payer, person_id = owner
        item: Item = {"payer": payer, "personId": person_id, **to_item(reservation)}
        if reservation.closed_on is None:
            listed_by = f"{reservation.kept_until.isoformat()}#{reservation.guarantee_id}"
            item |= {"listPk": OPEN_RESERVATIONS, "listSk": listed_by}
        return self._row(reservation_key(*owner, reservation.guarantee_id), item)

    def _row(self, key: Key, item: Item) -> Put:
        # The head's condition protects every row of the partition: no row is written without it.
        return Put(self.table, {**as_attributes(key), **item}, when=None)


def _all_of(kind: type[LedgerRow], begins: str, rows: Iterable[Item]) -> Iterator[LedgerRow]:
    return (from_item(kind, row) for row in rows if row["sk"].startswith(begins))
