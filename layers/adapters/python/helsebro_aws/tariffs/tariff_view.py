"""A tariff as answers show it: its rates, and which of them counts on each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.errors import NotFound
from helsebro.tariffs.effective_rates import EffectiveRate, effective_rates
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Item
from helsebro_aws.tariffs.dynamo_tariffs import PayerTariff, tariff_in

if TYPE_CHECKING:
    from helsebro_aws.tariffs.tariff_answer import (
        EffectiveRateAnswer,
        RateAnswer,
        TariffAnswer,
        TariffVersionAnswer,
    )


def tariff_shown(found: PayerTariff) -> TariffAnswer:
    """Returns what sessions cost, by the payer's own tariff or its country's. Raises ``NotFound``."""
    own = tariff_in(found.own) if found.own else None
    tariff = own or found.of_country
    if tariff is None:
        raise NotFound()
    return {
        "profession": tariff.profession,
        "service": tariff.service,
        "source": "payer" if own else "country",
        "rates": _rates(tariff),
        "effective": [_effective(rate) for rate in effective_rates(own, found.of_country)],
        "setAt": found.own["setAt"] if found.own else None,
        "setBy": found.own["setBy"] if found.own else None,
        "version": tariff.version,
    }


def _effective(rate: EffectiveRate) -> EffectiveRateAnswer:
    shown: EffectiveRateAnswer = {
        "from": rate.begins.isoformat(),
        "until": rate.until.isoformat() if rate.until else None,
        "perSession": to_item(rate.per_session),
        "source": rate.source,
    }
    if rate.authorised is not None:
        shown["authorised"] = rate.authorised
    return shown


def version_shown(row: Item) -> TariffVersionAnswer:
    """Returns a version of a tariff, and who set it."""
    rates = _rates(tariff_in(row))
    return {"rates": rates, "setAt": row["setAt"], "setBy": row["setBy"], "version": row["version"]}


def _rates(tariff: Tariff) -> list[RateAnswer]:
    return [_rate(rate, tariff) for rate in sorted(tariff.rates, key=lambda rate: rate.begins)]


def _rate(rate: Rate, tariff: Tariff) -> RateAnswer:
    until = tariff.ends_on(rate)
    shown: RateAnswer = {
        "from": rate.begins.isoformat(),
        "until": until.isoformat() if until else None,
        "perSession": to_item(rate.per_session),
    }
    if rate.authorised is not None:
        shown["authorised"] = rate.authorised
    return shown
