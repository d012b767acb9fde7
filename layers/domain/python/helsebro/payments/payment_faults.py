"""Payment faults: what exactly is wrong with payment means that name no right account."""

from __future__ import annotations

from typing import Literal

from helsebro.payments import check_digits, iban
from helsebro.payments.payee_account import is_creditor, is_registration
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.payment_ways import SEPA, SLIP, account_of

PaymentFault = Literal[
    "signs",
    "iban",
    "iban-needed",
    "iban-not-reached",
    "branch-needed",
    "branch",
    "account-dk",
    "account-no",
    "account-no-check",
    "branch-unneeded",
    "creditor",
    "fi-kind",
    "fi-digits",
    "fi-check",
    "kid-signs",
    "kid-digits",
    "kid-check",
]
"""``signs``: a dot or a dash stands in a number; the others name the part and what it lacks."""
FI_DIGITS = {"71": 15, "73": 0, "75": 16}
SEPARATING = frozenset(".-/")


def fault_of(means: PaymentMeans, country: str | None) -> PaymentFault | None:
    """Returns what is wrong with the account or the reference of the means; None when both are right.

    ``country`` is the payer's; without one, the code may be of any country. It is None exactly where
    ``account_of`` finds an account, for means whose code the payers of the country pay with.
    """
    if account_of(means, country):
        return None
    number, branch = "".join(means.account.split()), "".join(means.branch.split())
    if SEPARATING & set(number + branch):
        return "signs"
    if means.code == SLIP:
        return _slip(means, number, branch)
    if means.code == SEPA:
        if not number[:1].isalpha():
            return "iban-needed"
        return "iban-not-reached" if iban.is_right(iban.plain(number)) else "iban"
    if number[:1].isalpha():
        return _iban_in_a_national_way(means, number, branch, country)
    if _is_danish(means, branch, country):
        if not branch:
            return "branch-needed"
        return "account-dk" if is_registration(branch) else "branch"
    return _norwegian(means, number, branch)


def _slip(means: PaymentMeans, number: str, branch: str) -> PaymentFault:
    if not is_creditor(number):
        return "creditor"
    if branch:
        return "branch-unneeded"
    if means.kind not in FI_DIGITS:
        return "fi-kind"
    digits = FI_DIGITS[means.kind]
    return "fi-check" if len(means.number) == digits and means.number.isdecimal() else "fi-digits"


def _iban_in_a_national_way(
    means: PaymentMeans, number: str, branch: str, country: str | None
) -> PaymentFault:
    if _is_danish(means, branch, country):
        return "branch-needed"
    if not iban.is_right(iban.plain(number)) or not number.upper().startswith("NO"):
        return "iban"
    return "branch-unneeded" if branch else _kid(means.number)


def _norwegian(means: PaymentMeans, number: str, branch: str) -> PaymentFault:
    if branch:
        return "branch-unneeded"
    if len(number) != check_digits.NORWEGIAN_ACCOUNT_DIGITS or not number.isdecimal():
        return "account-no"
    return _kid(means.number) if check_digits.norwegian_account(number) else "account-no-check"


def _kid(number: str) -> PaymentFault:
    """Returns what is wrong with a KID that is none: a dash stands only for a last digit of 10."""
    digits = number.removesuffix("-")
    if not digits.isascii() or not digits.isdecimal():
        return "kid-signs"
    return "kid-check" if len(number) in check_digits.KID_LENGTHS else "kid-digits"


def _is_danish(means: PaymentMeans, branch: str, country: str | None) -> bool:
    """Returns whether the means are those of a Danish account, by the country or else by their code."""
    if country:
        return country == "DK"
    return means.code == "42" or bool(branch)
