"""The clients of a clinic: the guarantees that are bound to it, each with what it may read of the client.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import Any

from helsebro.bookings.booking import Booking
from helsebro.caller import CLINIC_SYSTEM, MEMBER
from helsebro.errors import NotFound
from helsebro.guarantees.guarantee import Guarantee, status_named
from helsebro.ids import ClinicId
from helsebro.local_day import local_day
from helsebro_aws.bookings.booked_clinics import next_session
from helsebro_aws.dynamodb.record import instant, to_item
from helsebro_aws.guarantees.clients.clinic_clients import BoundClient, ClinicClients, SeenClients
from helsebro_aws.guarantees.matching.match_view import matches_shown
from helsebro_aws.guarantees.matching.matched_client import MatchedClients
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notifications.contact.confirmed_places import ConfirmedPlaces
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.platform import clock

app = APIGatewayHttpResolver()
route = Routes(app)
listed, clients = ClinicClients(), MatchedClients(DynamoContacts(counted=ConfirmedPlaces().among).current)
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
    too. Of a client who booked without a match, the booking says who it is. `status` shows only guarantees of
    that status. A page may hold fewer than `limit` and still have a next one.
    """
    if call.caller.clinic_id != clinic_id:
        raise NotFound()
    named = call.given("status")
    seen = SeenClients(call.caller, clock.now(), status_named(named) if named is not None else None)
    found, cursor = listed.page(clinic_id, seen, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [_shown(each, call) for each in found], "nextCursor": cursor})


def _shown(client: BoundClient, call: Call) -> dict[str, Any]:
    guarantee, claim = client
    kept = to_item(guarantee)
    return {
        **{name: kept[name] for name in PROMISED},
        "status": guarantee.status_on(local_day(clock.now(), guarantee.country)),
        "practitionerId": guarantee.practitioner_id,
        "sessionsLeft": guarantee.sessions_left,
        "lastDay": guarantee.last_day.isoformat(),
        **_next(guarantee),
        **matches_shown(guarantee, call.caller),
        **clients.of(guarantee, claim, call.caller, call.language),
    }


def _next(guarantee: Guarantee) -> dict[str, Any]:
    # Read only where a session is booked that is not held yet.
    is_awaited = guarantee.sessions_booked > guarantee.sessions_used
    booking = next_session(guarantee.guarantee_id, clock.now()) if is_awaited else None
    return {"nextBooking": _session(booking)} if booking else {}


def _session(booking: Booking) -> dict[str, str]:
    return {
        "bookingId": booking.booking_id,
        "practitionerId": booking.practitioner_id,
        "service": booking.service,
        "startsAt": instant(booking.starts_at),
    }


handler = route.handler
