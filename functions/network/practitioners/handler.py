"""Practitioners: set by the clinic's own system, searched by members, and their free slots.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CLINIC_SYSTEM, MEMBER, STAFF
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId, PractitionerId
from helsebro_aws.calendars import search_queries
from helsebro_aws.calendars.dynamo_slots import DynamoSlots, shown
from helsebro_aws.calendars.practitioner_search import PractitionerSearch
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.network.practitioners.answers import StoredPractitionerAnswer

    from helsebro_aws.network import practitioner_body

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, practitioners, slots = DynamoClinics(), DynamoPractitioners(), DynamoSlots()
search = PractitionerSearch()
LONGEST_KEY = 100


@route.put(
    "/v1/clinics/<clinic_id>/practitioners/<key>",
    allows={CLINIC_SYSTEM, MEMBER},
    body="network.practitioner_body.PractitionerShape",
    also_answers=(201,),
    returns="answers.StoredPractitionerAnswer",
)
def set_practitioner(
    call: Call, body: practitioner_body.PractitionerShape, clinic_id: ClinicId, key: str
) -> HttpAnswer:
    """Stores a practitioner under the clinic's own key (F0-21, F1-22).

    The clinic's system or its signatory may do it. The answer is 201 for a new key; a known key gets the new
    details.
    """
    clinics.find(clinic_id).must_be_run_by(call.caller)
    if len(key) > LONGEST_KEY:
        raise BadInput([Fault("/key", "practitioner-key-malformed", "")])
    practitioner = body.of(clinic_id, key)
    is_new = practitioners.set(practitioner)
    ids: StoredPractitionerAnswer = {
        "practitionerId": practitioner.practitioner_id,
        "clinicId": clinic_id,
        "key": key,
    }
    return HttpAnswer(201 if is_new else 200, ids)


@route.get(
    "/v1/practitioners",
    allows={MEMBER, *STAFF},
    queries=search_queries.SEARCH,
    returns="Page[calendars.found_practitioner_answer.FoundPractitionerAnswer]",
)
def find_practitioners(call: Call) -> HttpAnswer:
    """Lists the practitioners who suit, best first (F2-04, F2-05).

    They are sorted by fit to the problem, by distance, and by first free slot. Practitioners who take no
    insurance clients are left out.

    The position of a postcode is that of GeoNames (https://www.geonames.org, CC BY 4.0). A practitioner's own
    coordinates come first.
    """
    found, cursor = search.page(search_queries.search_criteria(call), call.limit(), call.query("cursor"))
    return HttpAnswer(200, {"items": found, "nextCursor": cursor})


@route.get(
    "/v1/practitioners/<practitioner_id>/slots",
    allows={MEMBER, *STAFF},
    queries=search_queries.SLOTS,
    returns="Page[calendars.slot_answer.SlotAnswer]",
)
def list_free_slots(call: Call, practitioner_id: PractitionerId) -> HttpAnswer:
    """Lists the slots of a practitioner that can be booked, earliest first (F0-13)."""
    at = clock.now()
    span, service = search_queries.span_and_service(call, at)
    limit, cursor = call.limit(), call.query("cursor")
    practitioner = practitioners.find(practitioner_id)
    if not clinics.find(practitioner.clinic_id).takes_clients:
        return HttpAnswer(200, {"items": [], "nextCursor": None})
    found, cursor = slots.free(practitioner_id, span, at, service=service, limit=limit, cursor=cursor)
    return HttpAnswer(200, {"items": shown(found), "nextCursor": cursor})


handler = route.handler
