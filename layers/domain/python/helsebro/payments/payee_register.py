"""Payee register: the accounts of a clinic that are not ended, and which of them an invoice is paid to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from helsebro.errors import Conflict, NotFound
from helsebro.ids import PayeeId
from helsebro.payments.payable import Payable
from helsebro.payments.payee import Payee
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.payment_ways import account_of, written_to

MOST_PAYEES = 20
"""They are stored in one item, which is read with each of the clinic's invoices."""


class PayeeAlreadyRegistered(Conflict):
    """The clinic has registered the account before, in this form or another; ``payeeId`` names it."""

    code = "payee-already-registered"


class TooManyPayees(Conflict):
    """A clinic has at most so many accounts that are not ended."""

    code = "too-many-payees"


class PayeeNotInForce(Conflict):
    """The invoice asks for payment to an account that is not registered, or not in force."""

    code = "payee-not-in-force"


class PayeeMissing(Conflict):
    """The clinic has no account in force that it can be paid to without an invoice."""

    code = "payee-missing"


class PayeeNotChosen(Conflict):
    """The clinic has several accounts in force, and has not said to which it is paid without an invoice."""

    code = "payee-not-chosen"


@dataclass(frozen=True)
class PayeeRegister:
    """A clinic's open payees, the oldest first; ``version`` counts the changes.

    ``chosen`` is the one that the clinic is paid to without an invoice, where it has said so.
    """

    payees: tuple[Payee, ...] = ()
    version: int = 0
    chosen: PayeeId | None = None

    def find(self, payee_id: PayeeId) -> Payee:
        """Returns an open payee. Raises ``NotFound``."""
        found = next((payee for payee in self.payees if payee.payee_id == payee_id), None)
        if found is None:
            raise NotFound()
        return found

    def may_pay(self, payable: Payable) -> bool:
        """Returns whether the account of one of the clinic's payables is still one of its own."""
        return any(payee.payee_id == payable.payee_id for payee in self.payees)

    def having(self, payee: Payee) -> PayeeRegister:
        """Returns the register with a new payee. Raises ``PayeeAlreadyRegistered``, ``TooManyPayees``."""
        for known in self.payees:
            if known.account.canonical == payee.account.canonical:
                raise PayeeAlreadyRegistered(payeeId=known.payee_id)
        if len(self.payees) >= MOST_PAYEES:
            raise TooManyPayees(most=MOST_PAYEES)
        return replace(self, payees=(*self.payees, payee), version=self.version + 1)

    def replacing(self, payee: Payee) -> PayeeRegister:
        """Returns the register with a changed payee, or without one that is rejected or ended."""
        changed = (payee if known.payee_id == payee.payee_id else known for known in self.payees)
        kept = tuple(known for known in changed if known.is_open)
        chosen = self.chosen if any(known.payee_id == self.chosen for known in kept) else None
        return PayeeRegister(kept, self.version + 1, chosen)

    def choosing(self, payee_id: PayeeId | None) -> PayeeRegister:
        """Returns the register with the payee for what no invoice asks for. Raises ``NotFound``."""
        if payee_id == self.chosen:
            return self
        chosen = self.find(payee_id).payee_id if payee_id else None
        return replace(self, version=self.version + 1, chosen=chosen)

    def without_invoice(self, at: datetime) -> Payee:
        """Returns the payee that the clinic is paid to at that time where no invoice names one (promise 28).

        It is the chosen one, else the only one in force. Raises ``PayeeMissing``, ``PayeeNotChosen``.
        """
        in_force = [payee for payee in self.payees if payee.is_in_force(at)]
        if self.chosen:
            in_force = [payee for payee in in_force if payee.payee_id == self.chosen]
        if not in_force:
            raise PayeeMissing()
        if len(in_force) > 1:
            raise PayeeNotChosen()
        return in_force[0]


def payee_of(
    payees: Iterable[Payee], means: Sequence[PaymentMeans], at: datetime, country: str | None = None
) -> Payee | None:
    """Returns the one payee that all payment means of an invoice name, if it may be paid at that time.

    None when the means name no account, a wrong one or two, when the account is not registered, or when it is
    not in force. Such an invoice is never paid, also not on the yes of one person of finance: the account is
    registered and approved by two people first, and the invoice is judged again. ``payees`` are those of the
    clinic that sends it, ``country`` is the payer's.
    """
    accounts = {account.canonical if account else None for account in (account_of(m, country) for m in means)}
    if len(accounts) != 1:
        return None
    [canonical] = accounts
    found = (payee for payee in payees if payee.account.canonical == canonical)
    return next((payee for payee in found if payee.is_in_force(at)), None)


def pay_to(payee: Payee, means: Sequence[PaymentMeans]) -> PaymentMeans:
    """Returns where a payable is paid: the registered account, with the reference of the invoice.

    The means must be those that ``payee_of`` found the payee for; the one with a reference counts.
    """
    with_reference = (each for each in means if each.kind or each.number)
    return written_to(payee.account, next(with_reference, means[0]))
