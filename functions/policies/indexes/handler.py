"""Indexes: by how much a payer's sums rise each 1 January; its underwriting sets them (R-1318, R-1320).

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import PAYER_ROLES, UNDERWRITING
from helsebro.errors import NotFound, VersionStale
from helsebro.local_day import local_day
from helsebro_aws.dynamodb.tables import Item
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_indexes import DynamoIndexes, year_in

if TYPE_CHECKING:
    from functions.policies.indexes.answers import IndexYearAnswer, IndexYearWithHistoryAnswer

    from helsebro_aws.policies import index_body

app = APIGatewayHttpResolver()
route = Routes(app)
indexes = DynamoIndexes()


@route.get(
    "/v1/indexes", allows={*PAYER_ROLES}, queries=("limit", "cursor"), returns="Page[answers.IndexYearAnswer]"
)
def list_indexes(call: Call) -> HttpAnswer:
    """Lists every year of the payer's index table, oldest first."""
    rows, cursor = indexes.years(call.caller.payer, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [_shown(row) for row in rows], "nextCursor": cursor})


@route.get("/v1/indexes/<year>", allows={*PAYER_ROLES}, returns="answers.IndexYearWithHistoryAnswer")
def read_index(call: Call, year: str) -> HttpAnswer:
    """Returns a year of the index table, with all its versions."""
    row = indexes.year(call.caller.payer, _year(year))
    if row is None:
        raise NotFound()
    history = [_shown(version) for version in indexes.settings_of(call.caller.payer, _year(year))]
    shown: IndexYearWithHistoryAnswer = {**_shown(row), "history": history}
    return versioned(200, shown, row["version"])


@route.put(
    "/v1/indexes/<year>",
    allows={UNDERWRITING},
    body="policies.index_body.NewIndexYearShape",
    also_answers=(201,),
    if_match=True,
    returns="answers.IndexYearAnswer",
)
def set_index(call: Call, body: index_body.NewIndexYearShape, year: str) -> HttpAnswer:
    """Sets by how much the sums rise on 1 January of a year.

    A year that has begun needs a reason. A year that was set before needs ``If-Match``; a new one is answered
    with 201.
    """
    payer = call.caller.payer
    known = indexes.year(payer, _year(year))
    new = body.index_year(_year(year), known["version"] + 1 if known else 1)
    if known and new.is_same_as(year_in(known)):
        return versioned(200, _shown(known), known["version"])
    if known and call.expected_version() != known["version"]:
        raise VersionStale()
    new.must_have_reason(local_day(clock.now(), call.caller.country))
    stored = indexes.set(payer, new, call.caller.subject)
    return versioned(200 if known else 201, _shown(stored), new.version)


def _shown(row: Item) -> IndexYearAnswer:
    return {
        "year": row["year"],
        "percent": float(row["percent"]),
        "index": row["index"],
        "reason": row.get("reason"),
        "setAt": row["setAt"],
        "setBy": row["setBy"],
        "version": row["version"],
    }


def _year(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) != len("YYYY"):
        raise NotFound()
    return int(text)


handler = route.handler
