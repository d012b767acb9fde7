"""Entries of the ledger of money, each stored in the commit of what causes it."""

from __future__ import annotations

from collections.abc import Iterable

from helsebro.errors import Conflict
from helsebro.payments.ledger.ledger_entry import LedgerEntry
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.operations import Put
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.payments.ledger.keys import entries_of_day, entry_key


class EntryExists(Conflict):
    """The cause has booked its entry before: it is stored once."""


def entry_operation(entry: LedgerEntry, on: Tables = tables) -> Put:
    """Returns the operation that stores a new entry; it fails with ``EntryExists``, and never changes one."""
    item = {
        **as_attributes(entry_key(entry.claim_id, entry.entry_id)),
        "listPk": entries_of_day(entry.payer, entry.day),
        "listSk": f"{instant(entry.at)}#{entry.entry_id}",
        **to_item(entry),
    }
    return Put(on.settings.money_table, item, otherwise=EntryExists())


def entry_operations(entries: Iterable[LedgerEntry], on: Tables = tables) -> list[Put]:
    """Returns the operations that store new entries."""
    return [entry_operation(entry, on) for entry in entries]
