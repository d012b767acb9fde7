"""Bank account: where a refund is paid. It is stored encrypted and only the payment file shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from helsebro.errors import Fault
from helsebro.payments import check_digits


@dataclass(frozen=True)
class BankAccount:
    """A Danish registration and account number, or an IBAN, checked by ``faults``."""

    registration_number: str | None = field(default=None, repr=False)
    account_number: str | None = field(default=None, repr=False)
    iban: str | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The account as one text: the IBAN, or ``DK:registration:account``."""
        return self.iban or f"DK:{self.registration_number}:{self.account_number}"

    @classmethod
    def of_text(cls, text: str) -> BankAccount:
        """Returns the account from a stored ``text``."""
        if ":" not in text:
            return cls(iban=text)
        _, registration, account = text.split(":")
        return cls(registration, account)


def faults(sent: Mapping[str, object]) -> list[Fault]:
    """Returns every fault of an account as sent (``payTo``); none of them quotes a number."""
    iban = sent.get("iban")
    if iban is None:
        return [
            *_number_faults("registrationNumber", sent, range(4, 5)),
            *_number_faults("accountNumber", sent, range(1, 11)),
        ]
    found = []
    if not isinstance(iban, str) or not _is_iban(iban.replace(" ", "")):
        found.append(Fault("/payTo/iban", "iban-malformed", ""))
    if "registrationNumber" in sent or "accountNumber" in sent:
        found.append(Fault("/payTo", "account-twice", ""))
    return found


def _is_iban(text: str) -> bool:
    return text[:2].isalpha() and text[2:4].isdigit() and check_digits.iban(text)


def _number_faults(name: str, sent: Mapping[str, object], lengths: range) -> list[Fault]:
    number = sent.get(name)
    if number is None:
        return [Fault(f"/payTo/{name}", "missing", "")]
    if isinstance(number, str) and number.isascii() and number.isdigit() and len(number) in lengths:
        return []
    return [Fault(f"/payTo/{name}", "account-number-malformed", "")]
