"""Tariffs: what a session costs under a payer; its underwriting sets them (F0-17, F1-02, F1-03).

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import PAYER_ROLES, UNDERWRITING
from helsebro.coverage.question.vocabulary import TREATMENTS
from helsebro.errors import NotFound, VersionStale
from helsebro.local_day import local_day
from helsebro.tariffs.country_tariffs import country_tariffs
from helsebro.tariffs.effective_rates import EffectiveRate, effective_rates
from helsebro.tariffs.fee import KILOMETRE, SERVICES, is_priced
from helsebro.tariffs.tariff import Rate, Tariff
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Item
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs, PayerTariff, tariff_in

if TYPE_CHECKING:
    from functions.tariffs.tariffs.answers import (
        EffectiveRateAnswer,
        RateAnswer,
        TariffAnswer,
        TariffVersionAnswer,
        TariffWithHistoryAnswer,
    )

app = APIGatewayHttpResolver()
route = Routes(app)
tariffs, payers = DynamoTariffs(), DynamoPayers()


@route.get(
    "/v1/tariffs", allows={*PAYER_ROLES}, queries=("limit", "cursor"), returns="Page[answers.TariffAnswer]"
)
def list_tariffs(call: Call) -> HttpAnswer:
    """Lists what sessions cost, by profession and service.

    These are the tariffs that the payer has set, and those of its country where it has set none. `effective`
    holds the rate that counts on each day, and whose it is.
    """
    payer = payers.find(call.caller.payer)
    found, cursor = tariffs.page(payer, call.limit(), call.query("cursor"))
    return HttpAnswer(200, {"items": [_of_payer(tariff) for tariff in found], "nextCursor": cursor})


@route.get(
    "/v1/tariffs/<profession>/<service>",
    allows={*PAYER_ROLES},
    returns="answers.TariffWithHistoryAnswer",
    refuses={404: "unknown-tariff"},
)
def read_tariff(call: Call, profession: str, service: str) -> HttpAnswer:
    """Returns a tariff with all its versions, or that of the country when the payer has set none."""
    _must_exist(profession, service)
    payer = payers.find(call.caller.payer)
    row = tariffs.latest(payer.slug, profession, service)
    of_country = country_tariffs(payer.country).get((profession, service))
    if row is None and of_country is None:
        raise NotFound()
    versions = tariffs.versions_of(payer.slug, profession, service) if row else []
    shown: TariffWithHistoryAnswer = {
        **_of_payer(PayerTariff(row, of_country)),
        "history": [_version(version) for version in versions],
    }
    return versioned(200, shown, row["version"] if row else 0)


@route.put(
    "/v1/tariffs/<profession>/<service>",
    allows={UNDERWRITING},
    body_shape="tariffs.tariff_body.NewTariffShape",
    also_answers=(201,),
    if_match=True,
    returns="answers.TariffAnswer",
    refuses={404: "unknown-tariff"},
)
def set_tariff(call: Call, profession: str, service: str) -> HttpAnswer:
    """Sets what a session costs, from which day.

    The rates replace those that were set before and begin after today; those that have begun stay, and
    another rate from before today, or in place of one from today, is refused. Earlier versions stay readable.
    On a day without a rate the tariff of the country counts, and so it does on every day before the first
    tariff was set: `effective` shows which one. A decision keeps the rate that it used.
    A tariff that was set before needs ``If-Match``; a new one is answered with 201.
    """
    # Here, because the other routes have no body.
    from helsebro.tariffs.tariff_change import changed, first
    from helsebro_aws.tariffs.tariff_body import NewTariffShape

    _must_exist(profession, service)
    payer = payers.find(call.caller.payer)
    body = call.read(NewTariffShape, lambda sent: NewTariffShape.not_in(payer.currency, sent))
    known = tariffs.latest(payer.slug, profession, service)

    def shown(row: Item) -> TariffAnswer:
        return _of_payer(PayerTariff(row, country_tariffs(payer.country).get((profession, service))))

    new = body.tariff(payer.slug, profession, service, known["version"] + 1 if known else 1)
    today = local_day(clock.now(), payer.country)
    new = changed(tariff_in(known), new, today) if known else first(new, today)
    if known and tariff_in(known).rates == new.rates:
        return versioned(200, shown(known), known["version"])
    if known and call.expected_version() != known["version"]:
        raise VersionStale()
    stored = tariffs.set(new, call.caller.subject)
    return versioned(200 if known else 201, shown(stored), new.version)


def _must_exist(profession: str, service: str) -> None:
    if profession not in TREATMENTS or not is_priced(profession, service):
        known = {
            "professions": ", ".join(sorted(TREATMENTS)),
            "services": ", ".join(SERVICES),
            "kilometre": KILOMETRE,
        }
        raise NotFound("unknown-tariff", **known)


def _of_payer(found: PayerTariff) -> TariffAnswer:
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


def _version(row: Item) -> TariffVersionAnswer:
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


handler = route.handler
