"""Rates of the terms: the tariffs by which a rule of the terms pays, as they are on a day (R-834, R-1108)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from helsebro.coverage.question.cover_rates import CoverRate
from helsebro.tariffs.country_tariffs import country_tariffs
from helsebro.tariffs.tariff import Tariff, in_order

READ_BY_TERMS = (
    ("chiropractic", "first"),
    ("chiropractic", "follow-up"),
    ("physiotherapy", "first"),
    ("physiotherapy", "follow-up"),
    ("transport", "kilometre"),
)
"""The profession and service of every tariff that a rule reads."""


def rates_on(own: Iterable[Tariff], country: str, on: date) -> tuple[CoverRate, ...]:
    """Returns the rates of a day, by the payer's own tariffs and else those of its country."""
    of_payer = {(tariff.profession, tariff.service): tariff for tariff in own}
    of_country = country_tariffs(country)
    found: list[CoverRate] = []
    for named in READ_BY_TERMS:
        rates = (_rate(tariff, on) for tariff in in_order(of_payer.get(named), of_country.get(named), on))
        found += [rate for rate in rates if rate][:1]
    return tuple(found)


def _rate(tariff: Tariff, on: date) -> CoverRate | None:
    """Returns the rate of a tariff for the authorised, or the only one that there is."""
    rate = tariff.rate_on(on) or tariff.rate_on(on, authorised=False)
    if rate is None:
        return None
    return CoverRate(
        tariff.profession,
        tariff.service,
        rate.per_session,
        rate.begins,
        "payer" if tariff.payer else "country",
        tariff.version,
    )
