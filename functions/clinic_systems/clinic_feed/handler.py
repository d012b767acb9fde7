"""The clinic's own events of 30 days, for a system that polls instead of receiving webhooks.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import CLINIC_SYSTEM
from helsebro_aws.clinic_systems.clinic_feed import ClinicFeed
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes

app = APIGatewayHttpResolver()
route = Routes(app)
feed = ClinicFeed()


@route.get("/v1/events", allows={CLINIC_SYSTEM}, queries=("after", "limit", "cursor"))
def read_events(call: Call) -> HttpAnswer:
    """Lists the events of the clinic's own clients, guarantees, bookings and invoices, oldest first.

    ``?after=`` is the last ``eventId`` that was read; ``?cursor=`` continues a page.
    """
    items, next_cursor = feed.after(
        call.caller.clinic_id, call.query("after"), call.limit(), call.query("cursor")
    )
    return HttpAnswer(200, {"items": items, "nextCursor": next_cursor})


handler = route.handler
