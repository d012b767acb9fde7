"""Proposed account: the account that a payer is to pay from, once a second person has confirmed it.

Whoever gets hold of one login must not choose where the money leaves from. Until then the account that was in
force before stays so.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from helsebro.errors import Conflict, NotAllowed, VersionStale
from helsebro.money import Currency
from helsebro.payments.bank.debtor import Debtor
from helsebro.payments.runs.paying_account import PayingAccount
from helsebro.payments.runs.run_signer import RunSigner

ProposalState = Literal["waiting", "confirmed", "withdrawn"]


class NoAccountWaits(Conflict):
    """No account waits to be confirmed: it was confirmed, withdrawn, or there was none."""

    code = "no-account-waits"


class ConfirmedByItsAuthor(NotAllowed):
    """Who set the account does not confirm it, under no login: it takes two people."""

    code = "account-confirmed-by-its-author"


@dataclass(frozen=True)
class ProposedAccount:
    """``version`` counts what was proposed, confirmed and withdrawn, so that no one confirms another one."""

    payer: str
    currency: Currency
    debtor: Debtor
    proposed_at: datetime
    proposed_by: RunSigner = field(repr=False)
    state: ProposalState = "waiting"
    version: int = 1

    @property
    def waits(self) -> bool:
        """Whether a second person is still to confirm it."""
        return self.state == "waiting"

    def is_of(self, account: PayingAccount) -> bool:
        """Whether it is the same account as one that is in force."""
        return (self.debtor, self.currency) == (account.debtor, account.currency)

    def after(self, before: ProposedAccount | None) -> ProposedAccount:
        """Returns it as what takes the place of an earlier one."""
        return replace(self, version=before.version + 1) if before else self

    def withdrawn(self) -> ProposedAccount:
        """Returns it as one that no one can confirm any more."""
        return replace(self, state="withdrawn")

    def confirmed(self, by: RunSigner, version: int) -> ProposedAccount:
        """Returns it after another person confirmed it.

        Raises ``NoAccountWaits``, ``VersionStale``, ``ConfirmedByItsAuthor``.
        """
        if not self.waits:
            raise NoAccountWaits()
        if version != self.version:
            raise VersionStale()
        if by.may_be(self.proposed_by):
            raise ConfirmedByItsAuthor()
        return replace(self, state="confirmed", version=self.version + 1)

    def in_force(self, before: PayingAccount | None, by: RunSigner, at: datetime) -> PayingAccount:
        """Returns the account that counts from now on."""
        version = before.version + 1 if before else 1
        return PayingAccount(self.payer, self.currency, self.debtor, at, by.subject, version)
