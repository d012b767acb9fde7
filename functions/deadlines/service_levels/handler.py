"""Service levels: how well a payer's deadlines were kept, by week, queue and kind (F4-06).

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import CASEWORKER, QUALITY
from helsebro.deadlines.service_level import report
from helsebro_aws.deadlines.insights.dynamo_service_levels import DynamoServiceLevels
from helsebro_aws.deadlines.insights.level_media import in_media
from helsebro_aws.deadlines.insights.level_queries import QUERIES, level_query
from helsebro_aws.http.accept import preferred
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.pages.report_media import MEDIA
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

app = APIGatewayHttpResolver()
route = Routes(app)
levels = DynamoServiceLevels()


@route.get(
    "/v1/insights/service-levels",
    allows={QUALITY, CASEWORKER},
    queries=QUERIES,
    returns="deadlines.insights.level_answer.ServiceLevelsAnswer",
    refuses={400: "malformed", 406: "not-acceptable"},
    also_as="text/csv image/svg+xml",
)
def read_service_levels(call: Call) -> HttpAnswer:
    """Returns how well the payer's deadlines were kept: percent, median and 95th percentile.

    They are of whole weeks, from the week of `from` to that of `to`; by default of the last twelve. `Accept`
    chooses JSON, a sheet (`text/csv`) or a chart (`image/svg+xml`).
    """
    media = preferred(call.headers.get("accept", ""), MEDIA)
    asked = level_query(call, clock.now())
    payer = call.caller.payer
    found = levels.between(payer, asked.first, asked.last, asked.queue)
    return in_media(media, report(payer, asked.first, asked.last, found), call.language)


handler = route.handler
