"""Finance doubt: what finance judges of an invoice or a payment, because no rule can (F0-19, promise 28)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from helsebro.ids import BankReportId
from helsebro.money import Money


@dataclass(frozen=True)
class DoubtfulPlace:
    """A rule that leaves a place of the invoice to finance, with its ``text`` by language."""

    rule: str
    location: str
    text: Mapping[str, str]


@dataclass(frozen=True)
class InvoiceDoubt:
    """The invoice's ``amount`` and its first doubtful places; ``places`` is the number of all.

    ``number`` is the clinic's own. The invoice itself lists every place.
    """

    amount: Money
    kind: str
    number: str | None
    first: tuple[DoubtfulPlace, ...]
    places: int


@dataclass(frozen=True)
class PaymentDoubt:
    """``amount`` is what the payer owes; ``reason`` the bank's code, ``day`` when it was booked, if it was.

    ``why`` is the code of what a row contradicts; ``report_id`` and ``row`` say where the bank said so.
    """

    amount: Money
    reason: str | None = None
    day: date | None = None
    why: str | None = None
    report_id: BankReportId | None = None
    row: int | None = None
