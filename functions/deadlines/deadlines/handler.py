"""Deadlines: lists what a payer's staff still have to keep, by queue (F4-06, F1-10).

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from helsebro.caller import CASEWORKER, FINANCE, QUALITY, UNDERWRITING
from helsebro_aws.deadlines.shown.clock_titles import title_of
from helsebro_aws.deadlines.shown.open_deadlines import OpenDeadlines
from helsebro_aws.deadlines.shown.open_query import open_query
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.deadlines.deadlines.answers import OpenDeadlineAnswer

    from helsebro.deadlines.open_deadline import OpenDeadline

app = APIGatewayHttpResolver()
route = Routes(app)
deadlines = OpenDeadlines()


@route.get(
    "/v1/deadlines",
    allows={CASEWORKER, FINANCE, QUALITY, UNDERWRITING},
    queries=("queue", "state", "limit", "cursor"),
    returns="Page[answers.OpenDeadlineAnswer]",
)
def list_deadlines(call: Call) -> HttpAnswer:
    """Lists the open deadlines of a queue of the payer, the first due first.

    A deadline is open while it runs, pauses, or was missed and has not ended. With `state` a page may hold
    fewer than `limit`; `nextCursor` is null on the last one only.
    """
    asked = open_query(call)
    found, following = deadlines.page(
        call.caller.payer, asked.queue, clock.now(), call.limit(), call.cursor(), asked.state
    )
    return HttpAnswer(
        200, {"items": [_shown(known, call.language) for known in found], "nextCursor": following}
    )


def _shown(known: OpenDeadline, language: str) -> OpenDeadlineAnswer:
    shown = {
        "kind": known.row.kind,
        "title": title_of(known.row.kind, language),
        "queue": known.deadline.queue(known.row),
        "state": known.seen.state,
        "dueAt": to_item(known.seen.due_at),
        **known.about,
    }
    return cast("OpenDeadlineAnswer", shown)


handler = route.handler
