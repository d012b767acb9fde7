"""Effective rates: what a profession and service cost on each day, by the payer's tariff or its country's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from helsebro.money import Money
from helsebro.tariffs.fee import TariffSource
from helsebro.tariffs.tariff import Tariff, in_order


@dataclass(frozen=True)
class EffectiveRate:
    """What counts from one day until another; ``until`` is None for the last one.

    ``authorised`` None means that it is the same for every practitioner.
    """

    begins: date
    until: date | None
    per_session: Money
    source: TariffSource
    authorised: bool | None = None


def effective_rates(own: Tariff | None, of_country: Tariff | None) -> tuple[EffectiveRate, ...]:
    """Returns the rates that count, oldest first, those for authorised practitioners before the others.

    ``own`` is the payer's tariff; on a day for which it has no rate, and before it was set, its country's
    counts.
    """
    authorised, others = _spans(own, of_country, authorised=True), _spans(own, of_country, authorised=False)
    if authorised == others:
        return authorised
    return (
        *(replace(rate, authorised=True) for rate in authorised),
        *(replace(rate, authorised=False) for rate in others),
    )


def _spans(own: Tariff | None, of_country: Tariff | None, *, authorised: bool) -> tuple[EffectiveRate, ...]:
    found: list[EffectiveRate] = []
    days = {rate.begins for tariff in (own, of_country) if tariff for rate in tariff.rates}
    for day in sorted(days | ({own.set_on} if own and own.set_on else set())):
        rate = _on(in_order(own, of_country, day), day, authorised)
        last = found[-1] if found else None
        if rate is None or (last and (rate.per_session, rate.source) == (last.per_session, last.source)):
            continue
        if last:
            found[-1] = replace(last, until=day - timedelta(days=1))
        found.append(rate)
    return tuple(found)


def _on(tariffs: Sequence[Tariff], day: date, authorised: bool) -> EffectiveRate | None:
    for tariff in tariffs:
        if rate := tariff.rate_on(day, authorised):
            return EffectiveRate(day, None, rate.per_session, "payer" if tariff.payer else "country")
    return None
