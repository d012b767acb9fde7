"""Payment ways: how the payers of a country pay a clinic, by the code of the payment means (UNCL 4461).

A closed list: what is not in it can be written in no payment file. Cards, cheques and direct debits are not,
nor is the Danish giro slip (50), whose accounts have an ordinary registration and account number as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from helsebro.payments import check_digits, iban
from helsebro.payments.payee_account import (
    PayeeAccount,
    PayeeKind,
    is_creditor,
    is_danish_account,
    is_registration,
)
from helsebro.payments.payment_means import PaymentMeans

SLIP, SEPA = "93", "58"
STRIPE = "stripe"
"""Of a transfer at Stripe. UNCL 4461 has no code for it: no invoice asks for one, no bank file has one."""
WITHOUT_NUMBER = "73"
"""The card type of a Danish payment slip that has no payment number; a text takes its place."""
OF_COUNTRY = {"DK": "42", "NO": "30"}
"""Country → the code of a payment to an account of that country."""
KINDS_BY_CODE: Mapping[str, Mapping[str, frozenset[PayeeKind]]] = {
    "DK": {
        "31": frozenset({"account-dk"}),
        "42": frozenset({"account-dk"}),
        SEPA: frozenset({"iban"}),
        SLIP: frozenset({"fi"}),
    },
    "NO": {
        "30": frozenset({"account-no", "iban"}),
        "31": frozenset({"account-no", "iban"}),
        SEPA: frozenset({"iban"}),
    },
}
"""Country of the payer → code → the kinds of account that it pays to.

Under a Norwegian code an IBAN is that of a Norwegian account, and the payment id is a KID.
"""


def carries(means: PaymentMeans, country: str) -> bool:
    """Whether the payers of the country pay with the code of these means."""
    return means.code in KINDS_BY_CODE[country]


def account_of(means: PaymentMeans, country: str | None = None) -> PayeeAccount | None:
    """Returns the account of payment means whose numbers are all right; None for any others.

    Right are the digits of account, FI code and KID, and their check digits. ``country`` is the payer's;
    without one, the code may be of any country.
    """
    account = _written(means)
    countries = [country] if country else list(KINDS_BY_CODE)
    if not any(account.kind in KINDS_BY_CODE[name].get(means.code, ()) for name in countries):
        return None
    return account if _is_right(account, means) else None


def written_to(account: PayeeAccount, means: PaymentMeans) -> PaymentMeans:
    """Returns the payment means with the account in the form of their code; their reference stays.

    The account must be that of the means in any of its forms: a registered account whose invoice asks for a
    SEPA payment is written as an IBAN.
    """
    if means.code == SEPA:
        return replace(means, account=account.as_iban or "", branch="")
    _, first, *rest = account.canonical.split(":")
    return replace(means, account=rest[0], branch=first) if rest else replace(means, account=first, branch="")


def moved_to(account: PayeeAccount, means: PaymentMeans, country: str) -> PaymentMeans:
    """Returns the payment means to another account than theirs; their reference stays where it can be paid.

    The number of a slip cannot where the account is none of a slip. ``country`` is the payer's.
    """
    written = written_to(account, means)
    found = account_of(written, country)
    return written if found and found.canonical == account.canonical else means_to(account, country)


def means_to(account: PayeeAccount, country: str) -> PaymentMeans:
    """Returns the payment means to an account where no invoice gives any; they have no reference.

    ``country`` is the payer's. An account of another country is paid by its IBAN.
    """
    if account.kind == "fi":
        return written_to(account, PaymentMeans(SLIP, kind=WITHOUT_NUMBER))
    if account.kind == "stripe":
        return written_to(account, PaymentMeans(STRIPE))
    is_at_home = account.canonical.startswith(f"{country}:")
    return written_to(account, PaymentMeans(OF_COUNTRY[country] if is_at_home else SEPA))


def _written(means: PaymentMeans) -> PayeeAccount:
    number, branch = "".join(means.account.split()), "".join(means.branch.split())
    if means.code == SLIP:
        return PayeeAccount("fi", creditor_number=number)
    if means.code == SEPA or number[:1].isalpha():
        return PayeeAccount("iban", iban=iban.plain(number))
    if branch:
        return PayeeAccount("account-dk", registration_number=branch, account_number=number)
    return PayeeAccount("account-no", account_number=number)


def _is_right(account: PayeeAccount, means: PaymentMeans) -> bool:
    if account.kind == "fi":
        return (
            is_creditor(account.creditor_number or "")
            and not means.branch
            and check_digits.fi_payment(means.kind, means.number)
        )
    if account.kind == "account-dk":
        bank, number = account.registration_number or "", account.account_number or ""
        return is_registration(bank) and is_danish_account(number)
    if account.kind == "account-no":
        return check_digits.norwegian_account(account.account_number or "") and _has_right_kid(means)
    if not iban.is_right(account.iban or ""):
        return False
    if means.code == SEPA:
        return iban.is_reached(account.iban or "")
    # Under a Norwegian code. A branch beside a national account would name another bank.
    return account.canonical.startswith("NO:") and not means.branch and _has_right_kid(means)


def _has_right_kid(means: PaymentMeans) -> bool:
    return not means.number or check_digits.kid(means.number)
