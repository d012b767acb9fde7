"""The accounts that members confirmed, in the ``money`` table, in a partition of each member and payer.

``ACCOUNT#{accountId}`` is one, present or past, with its number encrypted (``sealedPayTo``) and bound to the
member and the account. ``CURRENT`` names the one that counts now, which a payment file checks as it takes a
payable (promise 28).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice

from helsebro import ids
from helsebro.errors import NotFound
from helsebro.events import Event
from helsebro.ids import AccountId, PersonId
from helsebro.payments.bank.transfer import account_of_member
from helsebro.payments.bank_account import BankAccount
from helsebro.payments.members.member_account import AccountChanged, MemberAccount
from helsebro.payments.payee_account import PayeeAccount
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.operations import Check, Item, Operation, Put
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity import pseudonym
from helsebro_aws.payments.keys import ACCOUNTS, current_account_key, member_account_key
from helsebro_aws.platform import clock, field_encryption

CONFIRMED = "account.confirmed"
MOST_SHOWN = 20
"""How many accounts are shown of a member, the latest first; all are kept."""


class DynamoMemberAccounts:
    """The confirmed accounts of members."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.money_table

    def current(self, payer: str, person_id: PersonId) -> MemberAccount | None:
        """Returns the account that a member is paid to now; None when none was ever confirmed."""
        pointer = self.tables.get(self.table, *current_account_key(payer, person_id))
        return self.find(payer, person_id, AccountId(pointer["accountId"])) if pointer else None

    def find(self, payer: str, person_id: PersonId, account_id: AccountId) -> MemberAccount:
        """Returns an account of a member, present or past. Raises ``NotFound``."""
        return from_item(MemberAccount, self._item(payer, person_id, account_id))

    def latest(self, payer: str, person_id: PersonId) -> Sequence[MemberAccount]:
        """Returns the last accounts of a member, the present one first."""
        partition, _ = current_account_key(payer, person_id)
        items = self.tables.query_all(
            self.table, partition, begins=ACCOUNTS, newest_first=True, page_size=MOST_SHOWN
        )
        return [from_item(MemberAccount, item) for item in islice(items, MOST_SHOWN)]

    def number(self, payer: str, person_id: PersonId, account_id: AccountId) -> PayeeAccount:
        """Returns the account with its number, for the payment file only.

        Raises ``NotFound``, ``Unavailable``, and ``EncryptionRefused`` for a value that cannot be read.
        """
        item = self._item(payer, person_id, account_id)
        text = field_encryption.decrypt(item["sealedPayTo"], **_context(person_id, account_id))
        return account_of_member(BankAccount.of_text(text))

    def confirmed(
        self, payer: str, person_id: PersonId, given: BankAccount, at: datetime
    ) -> tuple[MemberAccount, list[Operation], list[Event]]:
        """Returns the account that a member confirms, what a commit stores of it, and its event.

        The same account again stores nothing. The commit fails with ``AccountChanged`` when the member's
        account is no longer the one that was read. Raises ``Unavailable`` when it cannot be encrypted.
        """
        account, before = account_of_member(given), self.current(payer, person_id)
        digest = pseudonym.account_digest(person_id, account.canonical)
        if before and before.digest == digest:
            return before, [self.still(before)], []
        after = MemberAccount(
            account_id=AccountId(ids.in_time_order("acc", at, clock.randomness())),
            payer=payer,
            person_id=person_id,
            masked=account.masked,
            digest=digest,
            confirmed_at=at,
            replaced=before.account_id if before else None,
        )
        return after, self._storing(before, after, given), [_event(after)]

    def still(self, account: MemberAccount) -> Check:
        """Returns the operation that fails with ``AccountChanged`` unless it is the account that counts."""
        return Check(
            self.table,
            *current_account_key(account.payer, account.person_id),
            when="#accountId = :account",
            values={":account": account.account_id},
            otherwise=AccountChanged(),
        )

    def _storing(
        self, before: MemberAccount | None, after: MemberAccount, given: BankAccount
    ) -> list[Operation]:
        own = (after.payer, after.person_id)
        sealed = field_encryption.encrypt(given.text, **_context(after.person_id, after.account_id))
        kept = {
            **as_attributes(member_account_key(*own, after.account_id)),
            **to_item(after),
            "sealedPayTo": sealed,
        }
        pointer = {**as_attributes(current_account_key(*own)), "accountId": after.account_id}
        current = Put(self.table, pointer, otherwise=AccountChanged())
        if before:
            as_it_was, values = "#accountId = :before", {":before": before.account_id}
            current = replace(current, when=as_it_was, values=values)
        return [current, Put(self.table, kept)]

    def _item(self, payer: str, person_id: PersonId, account_id: AccountId) -> Item:
        item = self.tables.get(self.table, *member_account_key(payer, person_id, account_id))
        if item is None:
            raise NotFound()
        return item


def _context(person_id: PersonId, account_id: AccountId) -> dict[str, str]:
    return {"table": "money", "field": "payTo", "person": person_id, "account": account_id}


def _event(account: MemberAccount) -> Event:
    """Returns the event; it names ids, and no number of an account."""
    data = {
        "personId": account.person_id,
        "accountId": account.account_id,
        "change": "changed" if account.replaced else "first",
    }
    return Event(CONFIRMED, account.confirmed_at, account.payer, data)
