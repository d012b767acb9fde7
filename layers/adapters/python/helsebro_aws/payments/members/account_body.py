"""The account of a member, as it is sent (api.md, Claims and what belongs to them)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from helsebro.errors import BadInput, Fault
from helsebro.payments import bank_account, iban
from helsebro.payments.bank_account import BankAccount
from helsebro_aws.http.bodies import Body, parse


def _digits(description: str, example: str) -> Any:
    return Field(max_length=34, repr=False, description=description, examples=[example])


class BankAccountShape(Body):
    """The account number of the payer's country, or an IBAN."""

    registration_number: Annotated[
        str | None, _digits("The registration number: 4 digits, in Denmark only. Not with `iban`.", "0040")
    ] = None
    account_number: Annotated[
        str | None,
        _digits(
            "The account number: up to 10 digits in Denmark, 11 in Norway. Not with `iban`.", "0440116243"
        ),
    ] = None
    iban: Annotated[str | None, _digits("The IBAN, with or without blanks.", "DK5000400440116243")] = None

    @property
    def account(self) -> BankAccount:
        """The account."""
        if self.iban:
            return BankAccount(iban=iban.plain(self.iban))
        return BankAccount(self.registration_number, self.account_number)


class NewMemberAccountShape(Body):
    """The account that the member wants to be paid to."""

    pay_to: Annotated[
        BankAccountShape,
        Field(repr=False, description="The account to pay to. It is stored encrypted, and shown masked."),
    ]

    @classmethod
    def between(cls, sent: Mapping[str, Any]) -> list[Fault]:
        """Returns the faults of the account's numbers, and of its fields in combination."""
        return number_faults(sent)

    def account_for(self, country: str) -> BankAccount:
        """Returns the account. Raises ``BadInput`` for one that payers of the country do not pay to."""
        account = self.pay_to.account
        if faults := account.faults_in(country):
            raise BadInput(faults)
        return account


def number_faults(sent: Mapping[str, Any]) -> list[Fault]:
    """Returns the faults of the numbers of a ``payTo`` that was sent; none without one."""
    account = sent.get("payTo")
    return bank_account.faults(account) if isinstance(account, dict) else []


def kind_faults(sent: Mapping[str, Any], country: str) -> list[Fault]:
    """Returns the fault of a ``payTo`` of another kind than payers of the country pay to."""
    account = sent.get("payTo")
    if not isinstance(account, dict) or bank_account.faults(account):
        return []
    try:
        known = parse(BankAccountShape, account)
    except BadInput:
        return []
    return known.account.faults_in(country)
