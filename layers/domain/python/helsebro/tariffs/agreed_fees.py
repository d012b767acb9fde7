"""Agreed fees: what the sessions of a treatment cost on a day, by the payer's tariffs or its country's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helsebro.money import Money
from helsebro.tariffs.country_tariffs import country_tariffs
from helsebro.tariffs.fee import SERVICES, AppliedRate, Fee
from helsebro.tariffs.tariff import Tariff, in_order


def agreed_fees(
    own: Iterable[Tariff], country: str, profession: str, on: date, *, authorised: bool = True
) -> tuple[Fee, ...]:
    """Returns the fee of every service that is agreed on a day.

    ``own`` are the payer's tariffs; where none has a rate on that day, the tariff of its country counts, and
    so it does before the payer set its first one.
    """
    of_payer = {tariff.service: tariff for tariff in own if tariff.profession == profession}
    found: list[Fee] = []
    for service in SERVICES:
        of_country = country_tariffs(country).get((profession, service))
        fees = (_fee(tariff, on, authorised) for tariff in in_order(of_payer.get(service), of_country, on))
        found += [fee for fee in fees if fee][:1]
    return tuple(found)


def tariff_of(fees: Iterable[Fee]) -> Money | None:
    """Returns the tariff's price of a follow-up session, else of the first; None when it has neither."""
    of_service = {fee.service: fee.amount for fee in fees}
    return of_service.get("follow-up") or of_service.get("first")


def _fee(tariff: Tariff, on: date, authorised: bool) -> Fee | None:
    rate = tariff.rate_on(on, authorised)
    if rate is None:
        return None
    source = AppliedRate(
        source="payer" if tariff.payer else "country",
        begins=rate.begins,
        version=tariff.version,
        authorised=rate.authorised,
    )
    return Fee(tariff.service, rate.per_session, source)
