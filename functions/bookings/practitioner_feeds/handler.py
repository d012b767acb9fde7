"""Practitioner feeds: the bookings of a practitioner as a private feed for their own calendar.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import CLINIC_SYSTEM, MEMBER
from helsebro.errors import NotFound
from helsebro.ids import ClinicId
from helsebro.network.practitioner import Practitioner
from helsebro_aws.bookings.own_calendar.dynamo_calendar_feeds import DynamoCalendarFeeds
from helsebro_aws.bookings.own_calendar.new_feed import created
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, practitioners, feeds = DynamoClinics(), DynamoPractitioners(), DynamoCalendarFeeds()
FEED = "/v1/clinics/<clinic_id>/practitioners/<key>/calendar-feed"


@route.post(
    FEED,
    allows={CLINIC_SYSTEM, MEMBER},
    returns="bookings.own_calendar.feed_answer.CalendarFeedAnswer",
    refuses={404: "not-found"},
)
def create_practitioner_feed(call: Call, clinic_id: ClinicId, key: str) -> HttpAnswer:
    """Creates the calendar feed of a practitioner, in the language of the call.

    The practitioner, the signatory and the clinic's system may do it. Only this answer shows its address,
    which a calendar reads without a login. An earlier feed of the practitioner ends at once. It says when and
    where the sessions from 30 days ago on are, and nothing about the clients: no name, no initials, no
    problem. It also ends when the practitioner leaves, or when whoever made it no longer signs in for them.
    """
    practitioner = _own(call, clinic_id, key)
    practitioner_id = practitioner.practitioner_id
    return created(call, feeds, lambda made: made.of_practitioner(clinic_id, practitioner_id))


@route.delete(FEED, allows={CLINIC_SYSTEM, MEMBER}, answers=204)
def end_practitioner_feed(call: Call, clinic_id: ClinicId, key: str) -> HttpAnswer:
    """Ends the calendar feed of a practitioner at once; a second call changes nothing.

    Its address is unknown from then on. What a calendar has read before stays in it.
    """
    feeds.end(_own(call, clinic_id, key).practitioner_id)
    return HttpAnswer(204)


def _own(call: Call, clinic_id: ClinicId, key: str) -> Practitioner:
    """Returns the practitioner of the caller. Raises ``NotFound``, ``NotAllowed``, ``ClinicEnded``."""
    try:
        found = practitioners.of_key(clinic_id, key)
    except NotFound:
        # The refusal is the same, whoever is named.
        clinics.run_by(clinic_id, call.caller)
        raise
    if not call.caller.treats_at(clinic_id, found.practitioner_id):
        clinics.run_by(clinic_id, call.caller)
    if found.ended_at:
        raise NotFound()
    return found


handler = route.handler
