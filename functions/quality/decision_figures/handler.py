"""Decision figures: how many of a payer's decisions were approvals, denials, and overturned since.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import CASEWORKER, QUALITY
from helsebro.quality.decision_report import report
from helsebro_aws.http.accept import preferred
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.pages.report_media import MEDIA
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.quality.decision_counts import DecisionCounts
from helsebro_aws.quality.figures.figures_media import in_media
from helsebro_aws.quality.week_query import weeks_given

app = APIGatewayHttpResolver()
route = Routes(app)
counts = DecisionCounts()


@route.get(
    "/v1/insights/decisions",
    allows={QUALITY, CASEWORKER},
    queries=("from", "to"),
    returns="quality.figures.figures_answer.DecisionFiguresAnswer",
    refuses={400: "malformed", 406: "not-acceptable"},
    also_as="text/csv image/svg+xml",
)
def read_decision_figures(call: Call) -> HttpAnswer:
    """Returns how many decisions on claims were approvals, denials and overturned, by clause, product, group.

    They are of whole weeks, from the week of `from` to that of `to`; by default of the last twelve. A count
    of 1 to 4 is hidden (null), and so is what it could be computed from. `Accept` chooses JSON, a sheet
    (`text/csv`) or a chart (`image/svg+xml`).
    """
    media = preferred(call.headers.get("accept", ""), MEDIA)
    first, last = weeks_given(call, clock.now())
    payer = call.caller.payer
    found = counts.between(payer, first, last)
    return in_media(media, report(payer, first, last, found), call.language)


handler = route.handler
