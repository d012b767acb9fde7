"""Payment doubt: what a bank said of a payment that finance has to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from helsebro.ids import BankReportId
from helsebro.money import Money


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
