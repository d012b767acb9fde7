"""Tariff (overenskomst): the agreed fee of a session, by profession, service, authorisation and first day.

The fee is the full amount, without commission, also for the first session (F0-17, F1-03, F1-04). A
profession is named by its treatment (``psychologist``, ``physiotherapy``), as on the claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from helsebro.errors import BadInput, Fault
from helsebro.money import Money


@dataclass(frozen=True)
class Rate:
    """What a session costs from a day on, until a later rate of the same kind begins.

    ``authorised`` is whether it is for authorised practitioners; None means for all (F1-02).
    """

    begins: date
    per_session: Money
    authorised: bool | None = None


@dataclass(frozen=True)
class Tariff:
    """The rates of one profession and service, oldest first; ``payer`` is empty for a country's tariff.

    ``set_on`` is the day on which the payer set its first version; None for a country's, and for one that was
    set before that day was kept. Raises ``BadInput`` with every fault of the rates.
    """

    payer: str
    profession: str
    service: str
    rates: tuple[Rate, ...]
    version: int = 0
    set_on: date | None = None

    def __post_init__(self) -> None:
        faults = rate_faults(self.rates)
        if faults:
            raise BadInput(faults)

    def ends_on(self, rate: Rate) -> date | None:
        """Returns the last day of a rate, before the next of its kind; None while there is none."""
        later = (
            known.begins
            for known in self.rates
            if known.begins > rate.begins and known.authorised == rate.authorised
        )
        following = min(later, default=None)
        return following - timedelta(days=1) if following else None

    def rate_on(self, day: date, authorised: bool = True) -> Rate | None:
        """Returns the rate of a day; None before the first one begins."""
        fitting = (
            rate for rate in self.rates if rate.begins <= day and rate.authorised in (None, authorised)
        )
        return max(fitting, key=lambda rate: rate.begins, default=None)


def in_order(own: Tariff | None, of_country: Tariff | None, day: date) -> list[Tariff]:
    """Returns the payer's tariff and its country's, the one whose rate of the day counts first.

    On a day before the payer set its first tariff the country's comes first: it was decided by then, and
    what sessions cost is never rewritten. A rate in the past counts where the country had none.
    """
    known = [tariff for tariff in (own, of_country) if tariff]
    if own and own.set_on and day < own.set_on:
        known.reverse()
    return known


def rate_faults(rates: Sequence[Rate]) -> list[Fault]:
    """Returns a fault for each rate of no amount, and for each that begins as an earlier one of its kind."""
    faults = []
    for place, rate in enumerate(rates):
        if rate.per_session.amount <= 0:
            faults.append(Fault(f"/rates/{place}/perSession/amount", "amount-not-positive", ""))
        if any((rate.begins, rate.authorised) == (known.begins, known.authorised) for known in rates[:place]):
            faults.append(Fault(f"/rates/{place}/from", "rate-repeated", rate.begins.isoformat()))
    return faults
