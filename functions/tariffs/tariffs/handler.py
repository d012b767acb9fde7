"""Tariffs: what a session costs under a payer; its underwriting sets them (F0-17, F1-02, F1-03).

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import PAYER_ROLES, UNDERWRITING
from helsebro.errors import NotFound, VersionStale
from helsebro.local_day import local_day
from helsebro.tariffs.country_tariffs import country_tariffs
from helsebro.tariffs.priced import must_be_priced
from helsebro_aws.dynamodb.tables import Item
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.tariffs.dynamo_tariffs import DynamoTariffs, PayerTariff, tariff_in
from helsebro_aws.tariffs.tariff_view import tariff_shown, version_shown

if TYPE_CHECKING:
    from helsebro_aws.tariffs.tariff_answer import TariffAnswer, TariffWithHistoryAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
tariffs, payers = DynamoTariffs(), DynamoPayers()
TARIFF = "tariffs.tariff_answer.TariffAnswer"


@route.get("/v1/tariffs", allows={*PAYER_ROLES}, queries=("limit", "cursor"), returns=f"Page[{TARIFF}]")
def list_tariffs(call: Call) -> HttpAnswer:
    """Lists what sessions cost, by profession and service.

    These are the tariffs that the payer has set, and those of its country where it has set none. `effective`
    holds the rate that counts on each day, and whose it is.
    """
    payer = payers.find(call.caller.payer)
    found, cursor = tariffs.page(payer, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [tariff_shown(tariff) for tariff in found], "nextCursor": cursor})


@route.get(
    "/v1/tariffs/<profession>/<service>",
    allows={*PAYER_ROLES},
    returns="tariffs.tariff_answer.TariffWithHistoryAnswer",
    refuses={404: "unknown-tariff"},
)
def read_tariff(call: Call, profession: str, service: str) -> HttpAnswer:
    """Returns a tariff with all its versions, or that of the country when the payer has set none."""
    must_be_priced(profession, service)
    payer = payers.find(call.caller.payer)
    row = tariffs.latest(payer.slug, profession, service)
    of_country = country_tariffs(payer.country).get((profession, service))
    if row is None and of_country is None:
        raise NotFound()
    versions = tariffs.versions_of(payer.slug, profession, service) if row else []
    shown: TariffWithHistoryAnswer = {
        **tariff_shown(PayerTariff(row, of_country)),
        "history": [version_shown(version) for version in versions],
    }
    return versioned(200, shown, row["version"] if row else 0)


@route.put(
    "/v1/tariffs/<profession>/<service>",
    allows={UNDERWRITING},
    body_shape="tariffs.tariff_body.NewTariffShape",
    also_answers=(201,),
    if_match=True,
    returns=TARIFF,
    refuses={404: "unknown-tariff"},
    fresh=True,
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

    must_be_priced(profession, service)
    payer = payers.find(call.caller.payer)
    body = call.read(NewTariffShape, lambda sent: NewTariffShape.not_in(payer.currency, sent))
    known = tariffs.latest(payer.slug, profession, service)

    def shown(row: Item) -> TariffAnswer:
        return tariff_shown(PayerTariff(row, country_tariffs(payer.country).get((profession, service))))

    new = body.tariff(payer.slug, profession, service, known["version"] + 1 if known else 1)
    today = local_day(clock.now(), payer.country)
    new = changed(tariff_in(known), new, today) if known else first(new, today)
    if known and tariff_in(known).rates == new.rates:
        return versioned(200, shown(known), known["version"])
    if known and call.expected_version() != known["version"]:
        raise VersionStale()
    stored = tariffs.set(new, call.caller.subject)
    return versioned(200 if known else 201, shown(stored), new.version)


handler = route.handler
