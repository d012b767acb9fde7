"""The clinic's own events of 30 days, for who polls instead of receiving webhooks.

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


@route.get(
    "/v1/events",
    allows={CLINIC_SYSTEM},
    queries=("after", "limit", "cursor"),
    returns="Page[clinic_systems.event_answer.FeedEventAnswer]",
)
def read_events(call: Call) -> HttpAnswer:
    """Lists the clinic's own events, in order.

    They are about its clients, guarantees, bookings and invoices. ``sequence`` numbers them from 1 in the
    order of their publication, without a gap; the webhook of an event has the same number. ``?after=`` is the
    ``sequence`` or the ``eventId`` of the last event that was read; ``?cursor=`` continues a page. Events are
    kept for 30 days: after a longer pause only the ``sequence`` still continues the list.

    A practitioner gets the events about the own bookings, guarantees and invoices. Such a page may be short
    and still have a next one.
    """
    items, next_cursor = feed.after(call.caller, call.query("after"), call.limit(), call.cursor())
    return HttpAnswer(200, {"items": items, "nextCursor": next_cursor})


handler = route.handler
