"""Paying accounts in the ``money`` table: ``{payer}#pays-from`` / ``ACCOUNT``, and ``PROPOSED`` beside it.

An account number of a company is not encrypted once more: the table is encrypted at rest, and no route
answers with it in full.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.errors import Conflict
from helsebro.events import Event
from helsebro.payments.runs.paying_account import PayingAccount
from helsebro.payments.runs.proposed_account import ProposedAccount
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Operation, Put, Tables, tables
from helsebro_aws.payments.keys import paying_account_key, proposed_account_key

TOLD = {"queue": "payments"}
"""Whose staff hear of it."""


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

    def proposed(self, payer: str) -> ProposedAccount | None:
        """Returns the account that was proposed last, None when there was none; it may wait no more."""
        item = self.tables.get(self.tables.settings.money_table, *proposed_account_key(payer))
        return from_item(ProposedAccount, item) if item else None

    def propose(self, before: ProposedAccount | None, after: ProposedAccount, at: datetime) -> None:
        """Stores a proposal, or that it is withdrawn, with its event. Raises ``PayingAccountChanged``."""
        happened = "payer.account-proposed" if after.waits else "payer.account-withdrawn"
        event = Event(happened, at, after.payer, {"version": after.version, **TOLD})
        self.tables.commit([self._proposing(before, after)], events=[event])

    def confirm(
        self,
        proposal: tuple[ProposedAccount, ProposedAccount],
        before: PayingAccount | None,
        after: PayingAccount,
        receipt: Receipt | None = None,
    ) -> None:
        """Stores the account with its event, and the ``proposal`` before and after it was confirmed.

        Raises ``PayingAccountChanged``.
        """
        changes: list[Operation] = [self._proposing(*proposal), self._set(before, after)]
        self.tables.commit(changes, events=[_changed(after)], receipt=receipt)

    def set(self, before: PayingAccount | None, after: PayingAccount) -> None:
        """Stores the account with its event. Raises ``PayingAccountChanged``."""
        self.tables.commit([self._set(before, after)], events=[_changed(after)])

    def _set(self, before: PayingAccount | None, after: PayingAccount) -> Put:
        return Put(
            self.tables.settings.money_table,
            {**as_attributes(paying_account_key(after.payer)), **to_item(after)},
            "#version = :before" if before else "attribute_not_exists(#pk)",
            {":before": before.version} if before else {},
            PayingAccountChanged(),
        )

    def _proposing(self, before: ProposedAccount | None, after: ProposedAccount) -> Put:
        return Put(
            self.tables.settings.money_table,
            {**as_attributes(proposed_account_key(after.payer)), **to_item(after)},
            "#version = :before AND #state = :state" if before else "attribute_not_exists(#pk)",
            {":before": before.version, ":state": before.state} if before else {},
            PayingAccountChanged(),
        )


def _changed(after: PayingAccount) -> Event:
    return Event("payer.account-changed", after.set_at, after.payer, {"version": after.version, **TOLD})
