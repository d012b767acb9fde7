"""Payee account: where a clinic is paid, as it registers it and as its invoices name it.

One account has several written forms: an IBAN of Denmark or Norway holds a national account. Two forms are of
the same account when they have the same ``canonical`` text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from helsebro.errors import Fault
from helsebro.payments import check_digits, iban
from helsebro.payments.payment_means import masked
from helsebro.payments.stripe.connected_account import is_connected_account

PayeeKind = Literal["account-dk", "fi", "account-no", "iban", "stripe"]
KINDS: tuple[PayeeKind, ...] = get_args(PayeeKind)
FIELDS: Mapping[PayeeKind, tuple[str, ...]] = {
    "account-dk": ("registrationNumber", "accountNumber"),
    "fi": ("creditorNumber",),
    "account-no": ("accountNumber",),
    "iban": ("iban",),
    "stripe": ("connectedAccount",),
}
"""The fields of each kind, as they are sent."""
REGISTRATION_DIGITS = 4
MOST_ACCOUNT_DIGITS = 10
CREDITOR_DIGITS = 8
FIRST_OF_CREDITORS = "8"


@dataclass(frozen=True)
class PayeeAccount:
    """A Danish account, an FI creditor (``fi``), a Norwegian account, an IBAN, or an account at Stripe
    (F1-07), as it was written.

    ``faults`` and ``payment_ways`` check it; blanks are taken out.
    """

    kind: PayeeKind
    registration_number: str | None = field(default=None, repr=False)
    account_number: str | None = field(default=None, repr=False)
    creditor_number: str | None = field(default=None, repr=False)
    iban: str | None = field(default=None, repr=False)
    connected_account: str | None = field(default=None, repr=False)

    @property
    def is_at_stripe(self) -> bool:
        """Whether it is paid by a transfer at Stripe, and not through a bank."""
        return self.kind == "stripe"

    @property
    def canonical(self) -> str:
        """The account as one text, the same for each of its forms: ``DK:0040:0440116243``."""
        if self.kind == "fi":
            return f"FI:{self.creditor_number}"
        if self.kind == "stripe":
            return f"STRIPE:{self.connected_account}"
        if self.kind == "account-dk":
            return f"DK:{self.registration_number}:{self.account_number or '':0>10}"
        if self.kind == "account-no":
            return f"NO:{self.account_number}"
        number = self.iban or ""
        if number.startswith("DK"):
            return f"DK:{number[iban.DANISH_BANK]}:{number[iban.DANISH_ACCOUNT]}"
        return f"NO:{number[iban.NORWEGIAN_ACCOUNT]}" if number.startswith("NO") else number

    @property
    def forms(self) -> frozenset[str]:
        """The numbers that stand for the account in an invoice: as written, whole, and as an IBAN."""
        *_, whole = self.canonical.split(":")
        written = (self.account_number, self.creditor_number, self.iban, self.as_iban, whole)
        return frozenset(each for each in written if each)

    @property
    def masked(self) -> str:
        """The last four digits, for who need not see the whole number: ``••••6243``."""
        number = self.iban or self.creditor_number or self.account_number or self.connected_account or ""
        return masked(number)

    @property
    def as_iban(self) -> str | None:
        """The account as an IBAN; None for an FI creditor or an account at Stripe, which have none."""
        country, _, number = self.canonical.partition(":")
        if country == "DK":
            return iban.danish(*number.split(":"))
        if country == "NO":
            return iban.norwegian(number)
        return self.iban


def faults(sent: Mapping[str, object]) -> list[Fault]:
    """Returns every fault of an account as sent with its ``kind``; none of them quotes a number.

    A ``kind`` that is none is the body's own fault.
    """
    kind = next((known for known in KINDS if known == sent.get("kind")), None)
    if kind is None:
        return []
    others = sorted({name for names in FIELDS.values() for name in names} - set(FIELDS[kind]))
    strange = [
        Fault(f"/{name}", "payee-field-of-another-kind", ", ".join(FIELDS[kind]))
        for name in others
        if sent.get(name) is not None
    ]
    own = [fault for name in FIELDS[kind] if (fault := _fault(kind, name, sent.get(name)))]
    return [*own, *strange]


def _fault(kind: PayeeKind, name: str, given: object) -> Fault | None:
    if given is None:
        return Fault(f"/{name}", "missing", "")
    # What is no text has a fault of its own.
    code = _code(kind, name, "".join(given.split())) if isinstance(given, str) else None
    return Fault(f"/{name}", code, "") if code else None


def _code(kind: PayeeKind, name: str, number: str) -> str | None:
    if kind == "iban":
        plain = iban.plain(number)
        if not iban.is_right(plain) or is_nothing(plain[4:]):
            return "iban-malformed"
        return None if iban.is_reached(plain) else "iban-not-reached"
    if kind == "fi":
        return None if is_creditor(number) else "creditor-number-malformed"
    if kind == "stripe":
        return None if is_connected_account(number) else "connected-account-malformed"
    if kind == "account-no":
        is_whole = len(number) == check_digits.NORWEGIAN_ACCOUNT_DIGITS
        if not _digits(number) or not is_whole or is_nothing(number):
            return "norwegian-account-malformed"
        return None if check_digits.norwegian_account(number) else "account-check-digit"
    if name == "registrationNumber":
        return None if is_registration(number) else "registration-number-malformed"
    return None if is_danish_account(number) else "danish-account-malformed"


def is_creditor(number: str) -> bool:
    """Whether it is a Danish FI creditor number: 8 digits of which the first is 8; none is a check digit."""
    return _digits(number) and len(number) == CREDITOR_DIGITS and number.startswith(FIRST_OF_CREDITORS)


def is_registration(number: str) -> bool:
    """Whether it is the registration number of a Danish bank: 4 digits, not all 0."""
    return _digits(number) and len(number) == REGISTRATION_DIGITS and not is_nothing(number)


def is_danish_account(number: str) -> bool:
    """Whether it is a Danish account number: 1 to 10 digits, not all 0. The bank alone knows more of it."""
    return _digits(number) and len(number) <= MOST_ACCOUNT_DIGITS and not is_nothing(number)


def is_nothing(number: str) -> bool:
    """Whether a number has no digit but 0."""
    return not number.strip("0")


def _digits(number: str) -> bool:
    return number.isascii() and number.isdigit()
