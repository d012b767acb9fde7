"""Tariff (overenskomst): the agreed fee of a session, by treatment, service and first day (F0-17, F1-03).

The fee is the full amount, without commission, also for the first session (F1-04). A payer with its own
agreement has rows with its slug, which come before the country's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from helsebro.guarantees.guarantee import Fee
from helsebro.money import Money
from helsebro.payer import Country

SERVICES = ("first", "follow-up", "debriefing")


@dataclass(frozen=True)
class AgreedFee:
    """A row; ``authorised`` None is for every practitioner, True or False only for that kind (F1-02)."""

    country: Country
    treatment: str
    service: str
    amount: Money
    begins: date
    authorised: bool | None = None
    payer: str | None = None


def _rows(country: Country, begins: date, table: str) -> Iterator[AgreedFee]:
    """Yields the rows of a table; a line holds treatment, authorised, and an amount or ``-`` a service."""
    currency = Money.zero("NOK" if country == "NO" else "DKK").currency
    for line in table.strip().splitlines():
        treatment, authorised, *amounts = line.split()
        kind = {"yes": True, "no": False, "any": None}[authorised]
        for service, amount in zip(SERVICES, amounts, strict=True):
            if amount != "-":
                yield AgreedFee(country, treatment, service, Money.of(amount, currency), begins, kind)


DENMARK_2026 = """
psychologist    yes   850.00   850.00        -
psychologist    no    700.00   700.00        -
crisis-help     any   850.00   850.00   900.00
physiotherapy   any   475.00   325.00        -
chiropractic    any   560.00   330.00        -
osteopathy      any   650.00   525.00        -
craniosacral    any   600.00   500.00        -
acupuncture     any   500.00   425.00        -
reflexology     any   475.00   425.00        -
psychiatrist    any  1850.00  1350.00        -
dietitian       any   750.00   450.00        -
"""
NORWAY_2026 = """
psychologist    yes  1450.00  1450.00        -
psychologist    no   1150.00  1150.00        -
crisis-help     any  1450.00  1450.00  1500.00
physiotherapy   any   850.00   650.00        -
chiropractic    any   890.00   640.00        -
osteopathy      any   990.00   840.00        -
acupuncture     any   850.00   750.00        -
psychiatrist    any  2600.00  1950.00        -
dietitian       any  1200.00   800.00        -
"""
TARIFF: tuple[AgreedFee, ...] = (
    *_rows("DK", date(2026, 1, 1), DENMARK_2026),
    *_rows("NO", date(2026, 1, 1), NORWAY_2026),
)
"""Rows are added, never changed: the fees of past days stay as they were."""


def agreed_fee(
    country: str,
    treatment: str,
    service: str,
    on: date,
    *,
    payer: str = "",
    authorised: bool = True,
    tariff: tuple[AgreedFee, ...] = TARIFF,
) -> Money | None:
    """Returns the fee agreed for a session on a day; None when nothing was agreed."""
    fitting = [
        row
        for row in tariff
        if (row.country, row.treatment, row.service) == (country, treatment, service)
        and row.begins <= on
        and row.payer in (None, payer)
        and row.authorised in (None, authorised)
    ]
    found = max(fitting, key=lambda row: (row.payer is not None, row.begins), default=None)
    return found.amount if found else None


def fees(country: str, treatment: str, on: date, *, payer: str = "") -> tuple[Fee, ...]:
    """Returns the fee of every service that is agreed for a treatment."""
    agreed = ((service, agreed_fee(country, treatment, service, on, payer=payer)) for service in SERVICES)
    return tuple(Fee(service, amount) for service, amount in agreed if amount)
