"""Member account: where a member who asks for a refund is paid, as the member confirmed it (promise 28).

Each has the accounts that it confirmed itself, one at a time for each payer: who asks for a refund of a
child's bills, or by a mandate, is paid to the own account, and changes no one else's. Nobody knows in whose
name an account is: the bank alone does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from helsebro.errors import Conflict
from helsebro.ids import AccountId, PersonId


class AccountChanged(Conflict):
    """The member's account has changed since it was read."""


@dataclass(frozen=True)
class MemberAccount:
    """A confirmed account; its number is stored encrypted beside it.

    ``masked`` are its last digits, and ``digest`` is a keyed digest, by which the same account is known when
    it is confirmed again. ``replaced`` is the account before it.
    """

    account_id: AccountId
    payer: str
    person_id: PersonId
    masked: str
    digest: str = field(repr=False)
    confirmed_at: datetime
    replaced: AccountId | None = None

    @property
    def changed_at(self) -> datetime | None:
        """When it replaced another account; None for the member's first."""
        return self.confirmed_at if self.replaced else None
