"""Paying accounts in the ``money`` table: ``{payer}#pays-from`` / ``ACCOUNT``.

An account number of a company is not encrypted once more: the table is encrypted at rest, and no route
answers with it in full.
"""

from __future__ import annotations

from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.payments.runs.paying_account import PayingAccount
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.payments.keys import paying_account_key


class PayingAccountChanged(Conflict):
    """The account was changed since it was read."""


class DynamoPayingAccounts:
    """The accounts that payers pay from."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def of(self, payer: str) -> PayingAccount | None:
        """Returns the account that the payer pays from, None when it has none."""
        item = self.tables.get(self.tables.settings.money_table, *paying_account_key(payer))
        return from_item(PayingAccount, item) if item else None

    def set(self, before: PayingAccount | None, after: PayingAccount) -> None:
        """Stores the account with its event. Raises ``PayingAccountChanged``."""
        put = Put(
            self.tables.settings.money_table,
            {**as_attributes(paying_account_key(after.payer)), **to_item(after)},
            "#version = :before" if before else "attribute_not_exists(#pk)",
            {":before": before.version} if before else {},
            PayingAccountChanged(),
        )
        event = Event("payer.account-changed", after.set_at, after.payer, {"version": after.version})
        self.tables.commit([put], events=[event])
