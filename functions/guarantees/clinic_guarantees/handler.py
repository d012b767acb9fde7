"""The clients of a clinic, now and before: their guarantees, each with what it may read of the client.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import Any

from helsebro.bookings.booking import Booking
from helsebro.caller import CLINIC_SYSTEM, MEMBER
from helsebro.errors import NotFound
from helsebro.guarantees.client_here import ClientHere, client_status_named
from helsebro.ids import ClinicId
from helsebro_aws.bookings.booked_clinics import next_session, standing_among
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.guarantees.clients.clinic_clients import ClinicClients, ListedClient, SeenClients
from helsebro_aws.guarantees.matching.match_view import shown_here
from helsebro_aws.guarantees.matching.matched_client import MatchedClients
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notifications.contact.client_reaches import ClientReaches
from helsebro_aws.platform import clock

app = APIGatewayHttpResolver()
route = Routes(app)
listed, clients = ClinicClients(standing_among), MatchedClients(ClientReaches().of)
PROMISED = (
    *("guaranteeId", "number", "caseReference", "treatment", "validFrom", "validUntil"),
    *("sessionsGranted", "sessionsBooked", "sessionsUsed"),
)


@route.get(
    "/v1/clinics/<clinic_id>/guarantees",
    allows={CLINIC_SYSTEM, MEMBER},
    queries=("status", "limit", "cursor"),
    returns="Page[guarantees.clients.clinic_client_answer.ClinicClientAnswer]",
    refuses={404: "not-found"},
)
def list_clinic_guarantees(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Lists the clients of a clinic by their guarantees, last issued first (F1-19).

    They are those whom staff matched to the clinic or who booked there; a practitioner sees the own ones.
    `client` is whom the clinic treats: from the match on, while the guarantee is in force and the consent
    too. Of a client who booked without a match, the booking says who it is. A client with a session that was
    held or missed stays in the list when treated elsewhere: `status` is `ended`, and the sessions counted are
    those at the clinic. `status` shows only guarantees of that status. A page may hold fewer than `limit` and
    still have a next one.
    """
    if call.caller.clinic_id != clinic_id:
        raise NotFound()
    named = call.given("status")
    seen = SeenClients(call.caller, clock.now(), client_status_named(named) if named is not None else None)
    found, cursor = listed.page(clinic_id, seen, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [_shown(each, call) for each in found], "nextCursor": cursor})


def _shown(client: ListedClient, call: Call) -> dict[str, Any]:
    here, claim = client
    guarantee, kept = here.guarantee, to_item(here.guarantee)
    return {
        **{name: kept[name] for name in PROMISED},
        "practitionerId": here.place[1] if here.place else None,
        "sessionsLeft": here.sessions_left,
        "lastDay": guarantee.last_day.isoformat(),
        **_end(here),
        **_next(here),
        **shown_here(here, clock.now()),
        **clients.of(here, claim, call.language),
    }


def _end(here: ClientHere) -> dict[str, str]:
    # That of the course elsewhere is not the clinic's business.
    ended_at = None if here.is_past else here.guarantee.course_ended_at
    return {"courseEndedAt": instant(ended_at)} if ended_at else {}


def _next(here: ClientHere) -> dict[str, Any]:
    # Read only where a session is booked that is not held yet.
    known = here.guarantee
    is_awaited = known.sessions_booked > known.sessions_used and not here.is_past
    booking = next_session(known.guarantee_id, here.caller, clock.now()) if is_awaited else None
    return {"nextBooking": _session(booking)} if booking else {}


def _session(booking: Booking) -> dict[str, str]:
    return {
        "bookingId": booking.booking_id,
        "practitionerId": booking.practitioner_id,
        "service": booking.service,
        "startsAt": instant(booking.starts_at),
    }


handler = route.handler
