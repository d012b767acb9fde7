"""Reference: what a transfer tells its creditor, so that the creditor knows what was paid."""

from __future__ import annotations

from dataclasses import dataclass

from helsebro.payments import check_digits
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.payment_ways import SLIP, WITHOUT_NUMBER

LONGEST_TEXT = 140
"""Signs of ``Ustrd``, the text beside a payment (ISO 20022)."""
CARRIED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 /-?:().,'+"
OF_DENMARK_AND_NORWAY = "ÆØÅæøå"
"""Carried between banks of the two countries only."""
CARRIED_AT_HOME = CARRIED + OF_DENMARK_AND_NORWAY
SCANDINAVIAN_CODES = ("30", "31")
"""The codes of payment means under which a Norwegian invoice has a KID."""


@dataclass(frozen=True)
class FiCode:
    """The two parts of a Danish payment slip beside its creditor: card type ``71``, ``73`` or ``75``, number.

    ``text`` is for card type 73 alone.
    """

    card_type: str
    number: str = ""
    text: str = ""

    @property
    def is_right(self) -> bool:
        """Whether the number has the length and the check digit of its card type."""
        return check_digits.fi_payment(self.card_type, self.number)


@dataclass(frozen=True)
class Kid:
    """The number by which a Norwegian creditor knows the payment (kundeidentifikasjon)."""

    number: str

    @property
    def is_right(self) -> bool:
        """Whether the length and the check digit are those of a KID."""
        return check_digits.kid(self.number)


@dataclass(frozen=True)
class FreeText:
    """A text for the creditor's statement. It says nothing about a person or a treatment."""

    text: str

    @property
    def is_right(self) -> bool:
        """Whether a payment file carries the text as it stands, whole."""
        return len(self.text) <= LONGEST_TEXT and all(sign in CARRIED_AT_HOME for sign in self.text)


Reference = FiCode | Kid | FreeText


def reference_of(means: PaymentMeans, country: str, text: str) -> Reference:
    """Returns the reference that an invoice asks for; ``text`` where it asks for none.

    ``country`` is that of the payer. ``means`` are those of an accepted invoice, whose digits are checked.
    """
    if means.code == SLIP:
        return FiCode(means.kind, means.number, text if means.kind == WITHOUT_NUMBER else "")
    if country == "NO" and means.code in SCANDINAVIAN_CODES and means.number:
        return Kid(means.number)
    return FreeText(text)
