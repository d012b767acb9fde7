"""Member payee: the member whom a payable is owed to, and the account that it goes to (promise 28)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from helsebro.ids import AccountId, PersonId


@dataclass(frozen=True)
class MemberPayee:
    """``person_id`` asked for the money; ``account_id`` is the account that was confirmed at the draft.

    There is no account before the payable is in a payment file, so that the next file uses a corrected one.
    """

    person_id: PersonId
    account_id: AccountId | None = None

    def at(self, account_id: AccountId | None) -> MemberPayee:
        """Returns the member, paid to another account."""
        return replace(self, account_id=account_id)
