"""Credit transfer: one payment of a payment file, from the payer's account to one creditor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from helsebro.errors import Fault
from helsebro.money import Currency, Money
from helsebro.payments import payee_account
from helsebro.payments.bank.bank_id import is_bank_id
from helsebro.payments.bank.reference import FiCode, FreeText, Kid, Reference
from helsebro.payments.bank_account import BankAccount
from helsebro.payments.payee_account import FIELDS, PayeeAccount


@dataclass(frozen=True)
class CreditTransfer:
    """``end_to_end_id`` comes back in every answer of a bank: it names the payable, and never a person."""

    end_to_end_id: str
    amount: Money
    creditor_name: str = field(repr=False)
    account: PayeeAccount
    reference: Reference

    @property
    def ore(self) -> int:
        """The amount in øre."""
        return self.amount.ore

    def faults(self, currency: Currency, home: str, at: str = "") -> Iterator[Fault]:
        """Yields every fault of a transfer in a file of that currency, debited in the country ``home``.

        ``at`` is its place in the file.
        """
        if not is_bank_id(self.end_to_end_id):
            yield Fault(f"{at}/endToEndId", "bank-id-malformed", "")
        if self.amount.amount <= 0:
            yield Fault(f"{at}/amount", "transfer-amount-not-positive", "")
        if self.amount.amount * 100 != self.ore:
            yield Fault(f"{at}/amount", "transfer-amount-not-whole", "")
        if self.amount.currency != currency:
            yield Fault(f"{at}/amount", "transfer-of-another-currency", currency)
        if not self.creditor_name.strip():
            yield Fault(f"{at}/creditorName", "missing", "")
        if not is_account(self.account):
            yield Fault(f"{at}/account", "account-not-payable", "")
        elif not self._fits(currency, home):
            yield Fault(f"{at}/reference", "reference-not-of-the-account", "")
        if not self._has_a_right_reference(home):
            yield Fault(f"{at}/reference", "reference-malformed", "")

    def _has_a_right_reference(self, home: str) -> bool:
        if isinstance(self.reference, FreeText):
            at_home = country_of(self.account) == home
            return not self.reference.is_asked or self.reference.is_carried_whole(at_home=at_home)
        return self.reference.is_right

    def _fits(self, currency: Currency, home: str) -> bool:
        """Whether the kind of reference is one that the account is paid with, from that country."""
        if isinstance(self.reference, FiCode) or self.account.kind == "fi":
            both = isinstance(self.reference, FiCode) and self.account.kind == "fi"
            return both and (currency, home) == ("DKK", "DK")
        if isinstance(self.reference, Kid):
            return country_of(self.account) == home == "NO" and currency == "NOK"
        return True


def country_of(account: PayeeAccount) -> str:
    """Returns the country of an account: ``DK``, ``NO`` or that of its IBAN; an FI creditor is Danish."""
    return "DK" if account.kind == "fi" else account.canonical[:2]


def account_of_member(to: BankAccount) -> PayeeAccount:
    """Returns a member's account in the form of a payee's."""
    numbers = {"account_number": to.account_number, "registration_number": to.registration_number}
    return PayeeAccount("iban", iban=to.iban) if to.iban else PayeeAccount(to.kind, **numbers)


def is_account(account: PayeeAccount) -> bool:
    """Whether a payment file carries the account: it has the numbers of its kind alone, all right."""
    sent = {
        "registrationNumber": account.registration_number,
        "accountNumber": account.account_number,
        "creditorNumber": account.creditor_number,
        "iban": account.iban,
    }
    return account.kind in FIELDS and not payee_account.faults({"kind": account.kind, **sent})
