"""Debtor: the payer as its bank knows it, and the account that a payment file is paid from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helsebro.errors import Fault
from helsebro.payments.bank.transfer import country_of, is_account
from helsebro.payments.payee_account import FIELDS, PayeeAccount

BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")
LONGEST_AGREEMENT = 35


@dataclass(frozen=True)
class Debtor:
    """``bic`` is that of the payer's bank, ``agreement`` the number of the payer's agreement with it.

    A bank refuses a file without its own agreement number; one that asks for none gets none.
    """

    name: str
    account: PayeeAccount
    bic: str
    agreement: str = ""

    def faults_in(self, country: str) -> Iterator[Fault]:
        """Yields the fault of an account that is not of the payer's country, whose currency it pays in."""
        if country_of(self.account) != country:
            yield Fault(f"/{FIELDS[self.account.kind][0]}", "paying-account-abroad", country)

    def faults(self) -> Iterator[Fault]:
        """Yields every fault of the debtor."""
        if not self.name.strip():
            yield Fault("/debtor/name", "missing", "")
        if self.account.kind == "fi" or not is_account(self.account):
            yield Fault("/debtor/account", "account-not-payable", "")
        if not BIC.fullmatch(self.bic):
            yield Fault("/debtor/bic", "bic-malformed", "")
        if len(self.agreement) > LONGEST_AGREEMENT:
            yield Fault("/debtor/agreement", "too-long", str(LONGEST_AGREEMENT))
