"""Payment means: where a payee is to be paid."""

from __future__ import annotations

from dataclasses import dataclass

SHOWN_DIGITS = 4
MASK = "••••"


@dataclass(frozen=True)
class PaymentMeans:
    """How the clinic is to be paid (F0-20): a bank account, a Danish FI code or a Norwegian KID.

    ``kind`` and ``number`` are the two parts of an FI code (``71`` and 15 digits); otherwise ``kind`` is
    empty and ``number`` is the payment id.
    """

    code: str
    kind: str = ""
    number: str = ""
    account: str = ""
    branch: str = ""

    @property
    def masked(self) -> str:
        """The last four digits of the account, for who need not see the whole number: ``••••6243``."""
        return masked(self.account)


def masked(number: str) -> str:
    """Returns the last four signs of a number: ``••••6243``; of one of four signs or fewer, none."""
    plain = "".join(number.split())
    return f"{MASK}{plain[-SHOWN_DIGITS:] if len(plain) > SHOWN_DIGITS else ''}"
