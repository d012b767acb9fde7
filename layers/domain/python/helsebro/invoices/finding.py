"""A finding: one error in an invoice, with a text that lets the clinic correct it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from helsebro.invoices.quotable import quotable, quotable_amount
from helsebro.invoices.review.other_session import OtherSession
from helsebro.money import Money
from helsebro.plain_words import PlainWords, plain_words

Severity = Literal["fatal", "review", "warning"]
"""``fatal`` rejects the invoice, ``review`` leaves it to finance, ``warning`` is only shown."""


UNQUOTED = "…"
"""Stands in a text for an amount that may be a person's number."""


@dataclass(frozen=True)
class Text:
    """One sentence in Danish, Norwegian and English."""

    da: str
    nb: str
    en: str

    @classmethod
    def official(cls, english: str) -> Text:
        """Returns the text of an official rule, which exists in English only."""
        return cls(english, english, english)

    def filled(self, values: Mapping[str, object]) -> Text:
        """Returns the sentence with its ``{names}`` filled in; days and amounts as people write them."""
        texts = {"da": self.da, "nb": self.nb, "en": self.en}
        said = {language: text.format(**_words(values, language)) for language, text in texts.items()}
        return Text(**{language: text.replace("kr..", "kr.") for language, text in said.items()})

    def in_language(self, language: str) -> str:
        """Returns the sentence in ``da``, ``nb`` or ``en``; Danish for any other language."""
        return {"nb": self.nb, "en": self.en}.get(language, self.da)


def _words(values: Mapping[str, object], language: str) -> dict[str, object]:
    return {name: _word(value, plain_words(language)) for name, value in values.items()}


def _word(value: object, plain: PlainWords) -> object:
    if isinstance(value, date):
        return plain.of_day(value)
    amount = value.amount if isinstance(value, Money) else value
    if isinstance(amount, Decimal) and not quotable_amount(amount):
        return UNQUOTED
    return plain.of_amount(value.amount, value.currency) if isinstance(value, Money) else value


@dataclass(frozen=True)
class InvoiceFinding:
    """``rule`` is its id (``HB-04``, ``BR-CO-15``), ``location`` an XPath into the invoice.

    ``found`` is what stands there and ``expected`` what should, where the rule knows. Neither they nor the
    text quote free text of the invoice, so that they cannot repeat what a clinic wrote by mistake.
    ``for_finance`` is the text for who decides about the finding, where the clinic's says what only a clinic
    can do. ``clashes`` are the payments and bookings that a possible double payment is about: an approval by
    finance is about these, and finance alone sees them.
    """

    rule: str
    severity: Severity
    location: str
    text: Text
    found: str | None = None
    expected: str | None = None
    clashes: tuple[OtherSession, ...] = ()
    for_finance: Text | None = None

    @classmethod
    def of(
        cls, rule: str, severity: Severity, location: str, text: Text, values: Mapping[str, object]
    ) -> InvoiceFinding:
        """Returns the finding with its text filled; it shows ``found`` and ``expected`` of the values too."""
        found, expected = (quotable(written(values.get(name))) for name in ("found", "expected"))
        return cls(rule, severity, location, text.filled(values), found, expected)

    def is_approved_by(self, approved: InvoiceFinding) -> bool:
        """Returns whether an approval of that finding is about all that this one is about."""
        is_same = (self.rule, self.location) == (approved.rule, approved.location)
        return is_same and {each.id for each in self.clashes} <= {each.id for each in approved.clashes}

    @property
    def asked(self) -> Text:
        """The text for who decides about it."""
        return self.for_finance or self.text


def status_after(findings: tuple[InvoiceFinding, ...]) -> Literal["accepted", "in-review", "rejected"]:
    """Returns what becomes of an invoice with these findings."""
    if refuses(findings):
        return "rejected"
    return "in-review" if asks_finance(findings) else "accepted"


def refuses(findings: tuple[InvoiceFinding, ...]) -> bool:
    """Returns whether a finding rejects the invoice."""
    return any(finding.severity == "fatal" for finding in findings)


def asks_finance(findings: tuple[InvoiceFinding, ...]) -> bool:
    """Returns whether finance must look at the invoice, because no finding rejects it and one asks for it."""
    return not refuses(findings) and any(finding.severity == "review" for finding in findings)


def written(value: object) -> str | None:
    """Returns a value as a document writes it: ``850.00``, ``2026-11-21``; None where it is not quoted."""
    amount = value.amount if isinstance(value, Money) else value
    if isinstance(amount, Decimal):
        return str(amount) if quotable_amount(amount) else None
    return None if value is None else str(value)
