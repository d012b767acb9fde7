"""Bank account: where a refund is paid to. Kept sealed, shown to nobody but the payment file."""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro import check_digits
from helsebro.errors import BadInput, Fault


@dataclass(frozen=True)
class BankAccount:
    """A Danish registration and account number, or an IBAN; one of the two.

    Raises ``BadInput`` with every fault; none of them quotes a number.
    """

    registration_number: str | None = field(default=None, repr=False)
    account_number: str | None = field(default=None, repr=False)
    iban: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        danish = (self.registration_number, self.account_number)
        if self.iban is not None:
            faults = [*self._iban_faults()]
            if any(danish):
                faults.append(Fault("/payTo", "account-twice", ""))
        else:
            faults = [
                *_digits("registrationNumber", danish[0], 4, 4),
                *_digits("accountNumber", danish[1], 1, 10),
            ]
        if faults:
            raise BadInput(faults)

    def _iban_faults(self) -> list[Fault]:
        return [] if check_digits.iban(self.iban or "") else [Fault("/payTo/iban", "iban-malformed", "")]

    @property
    def text(self) -> str:
        """Both forms as one line: ``IBAN`` or ``DK:registration:account``."""
        return self.iban or f"DK:{self.registration_number}:{self.account_number}"

    @classmethod
    def of_text(cls, text: str) -> BankAccount:
        """The account of a stored ``text``."""
        country, _, rest = text.partition(":")
        if not rest:
            return cls(iban=country)
        registration, _, account = rest.partition(":")
        return cls(registration, account)


def _digits(name: str, value: str | None, least: int, most: int) -> list[Fault]:
    if value is None:
        return [Fault(f"/payTo/{name}", "missing", "")]
    if value.isascii() and value.isdigit() and least <= len(value) <= most:
        return []
    return [Fault(f"/payTo/{name}", "account-number-malformed", "")]
