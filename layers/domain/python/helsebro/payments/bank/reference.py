"""Reference: what a transfer tells its creditor, so that the creditor knows what was paid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import category

from helsebro.payments import check_digits, iban
from helsebro.payments.payment_means import PaymentMeans
from helsebro.payments.payment_ways import SLIP, WITHOUT_NUMBER

LONGEST_TEXT = 140
"""Signs of ``Ustrd``, the text beside a payment (ISO 20022)."""
BLANKS = re.compile(" {2,}")
CARRIED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 /-?:().,'+"
OF_DENMARK_AND_NORWAY = "ÆØÅæøå"
"""Carried between banks of the two countries only."""
CARRIED_AT_HOME = CARRIED + OF_DENMARK_AND_NORWAY
WRITTEN_IN_OTHERS = "&_@;\N{NO-BREAK SPACE}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
"""Signs that stand in a payment file as others do: ``&`` as ``+``."""
WITH_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Pd"})
"""The Unicode categories of letters, digits and dashes, which are written in Latin ones."""
SCANDINAVIAN_CODES = ("30", "31")
"""The codes of payment means under which a payment id to a Norwegian account is always a KID."""


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
    """A text for the creditor's statement. It says nothing about a person or a treatment.

    One that the creditor has asked for (``is_asked``) is carried sign for sign or not at all; one of ours is
    written in the signs that the banks carry.
    """

    text: str
    is_asked: bool = False

    def is_carried_whole(self, *, at_home: bool) -> bool:
        """Whether a payment file carries the text as it stands; ``at_home`` as ``bank_text`` has it."""
        carried, plain = CARRIED_AT_HOME if at_home else CARRIED, " ".join(self.text.split())
        is_plain = self.text == plain == plain.strip("/") and "//" not in plain
        return is_plain and len(plain) <= LONGEST_TEXT and all(sign in carried for sign in plain)


Reference = FiCode | Kid | FreeText


def not_carried(text: str) -> tuple[str, ...]:
    """Returns the signs of a name that a payment file can only leave out, such as pictures, each once."""
    known = CARRIED_AT_HOME + WRITTEN_IN_OTHERS
    strange = (sign for sign in text if sign not in known and category(sign) not in WITH_LETTERS)
    return tuple(dict.fromkeys(strange))


def reference_of(means: PaymentMeans, country: str, text: str) -> Reference:
    """Returns the reference that the creditor asks for; ``text`` where it asks for none.

    ``country`` is that of the payer. ``means`` are those of an invoice whose account is right.
    """
    if means.code == SLIP:
        return FiCode(means.kind, means.number, text if means.kind == WITHOUT_NUMBER else "")
    if not means.number:
        return FreeText(text)
    if country == "NO" and _names_a_kid(means):
        return Kid(means.number)
    return FreeText(BLANKS.sub(" ", means.number), is_asked=True)


def _names_a_kid(means: PaymentMeans) -> bool:
    """Whether the payment id is a KID: by the code, else by its check digit and a Norwegian account."""
    if means.code in SCANDINAVIAN_CODES:
        return True
    return iban.plain(means.account).startswith("NO") and check_digits.kid(means.number)
