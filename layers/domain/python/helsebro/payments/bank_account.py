"""Bank account: where a refund is paid. It is stored encrypted and only the payment file shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from helsebro.country_profile import AccountKind, profile
from helsebro.errors import Fault
from helsebro.payments import check_digits
from helsebro.payments import iban as ibans
from helsebro.payments.payee_account import is_danish_account, is_nothing, is_registration


@dataclass(frozen=True)
class BankAccount:
    """A Danish registration and account number, a Norwegian account number, or an IBAN.

    It is checked by ``faults``.
    """

    registration_number: str | None = field(default=None, repr=False)
    account_number: str | None = field(default=None, repr=False)
    iban: str | None = field(default=None, repr=False)

    @property
    def kind(self) -> AccountKind:
        """What kind of account it is."""
        if self.iban:
            return "iban"
        return "account-dk" if self.registration_number else "account-no"

    @property
    def text(self) -> str:
        """The account as one text: the IBAN, ``DK:registration:account`` or ``NO:account``."""
        if self.iban:
            return self.iban
        if self.registration_number:
            return f"DK:{self.registration_number}:{self.account_number}"
        return f"NO:{self.account_number}"

    @classmethod
    def of_text(cls, text: str) -> BankAccount:
        """Returns the account from a stored ``text``."""
        if ":" not in text:
            return cls(iban=text)
        _, *numbers = text.split(":")
        return cls(*numbers) if len(numbers) > 1 else cls(account_number=numbers[0])

    def faults_in(self, country: str) -> list[Fault]:
        """Returns the fault of an account of another kind than the payers of the country pay to."""
        accepted = profile(country).accounts
        if self.kind in accepted:
            return []
        return [Fault("/payTo", "account-kind-not-the-countrys", FORMS[accepted[0]])]


FORMS: Mapping[AccountKind, str] = {
    "account-dk": "registrationNumber, accountNumber",
    "account-no": "accountNumber",
    "iban": "iban",
}
"""The fields of each kind of account."""
ACCOUNT_OF_IBAN = slice(4, None)
"""What follows the country and the check digits."""


def faults(sent: Mapping[str, object]) -> list[Fault]:
    """Returns every fault of an account as sent (``payTo``); none of them quotes a number.

    A number of eleven digits without a registration number is a Norwegian account.
    """
    iban = sent.get("iban")
    if iban is None:
        number = sent.get("accountNumber")
        if sent.get("registrationNumber") is None and _is_norwegian(number):
            valid = check_digits.norwegian_account(str(number)) and not is_nothing(str(number))
            return [] if valid else [Fault("/payTo/accountNumber", "account-check-digit", "")]
        return [
            *_number_faults("registrationNumber", sent, is_registration),
            *_number_faults("accountNumber", sent, is_danish_account),
        ]
    found = []
    if not isinstance(iban, str) or not _is_right(ibans.plain(iban)):
        found.append(Fault("/payTo/iban", "iban-malformed", ""))
    elif not ibans.is_reached(ibans.plain(iban)):
        found.append(Fault("/payTo/iban", "iban-not-reached", ""))
    if "registrationNumber" in sent or "accountNumber" in sent:
        found.append(Fault("/payTo", "account-twice", ""))
    return found


def _is_right(iban: str) -> bool:
    return ibans.is_right(iban) and not is_nothing(iban[ACCOUNT_OF_IBAN])


def _is_norwegian(number: object) -> bool:
    if not isinstance(number, str) or not (number.isascii() and number.isdigit()):
        return False
    return len(number) == check_digits.NORWEGIAN_ACCOUNT_DIGITS


def _number_faults(name: str, sent: Mapping[str, object], is_right: Callable[[str], bool]) -> list[Fault]:
    number = sent.get(name)
    if number is None:
        return [Fault(f"/payTo/{name}", "missing", "")]
    if isinstance(number, str) and is_right(number):
        return []
    return [Fault(f"/payTo/{name}", "account-number-malformed", "")]
