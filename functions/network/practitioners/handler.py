"""Practitioners: searched by members and staff, and their free slots.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.calendars.weekly_slots import same_time
from helsebro.caller import MEMBER, STAFF
from helsebro.ids import GuaranteeId, PractitionerId
from helsebro.local_day import zone
from helsebro.network.problem_words import are_known
from helsebro_aws.calendars import search_queries
from helsebro_aws.calendars.dynamo_free_slots import DynamoFreeSlots
from helsebro_aws.calendars.dynamo_slots import shown
from helsebro_aws.calendars.practitioner_search import PractitionerSearch
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.platform import clock

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, practitioners, free_slots = DynamoClinics(), DynamoPractitioners(), DynamoFreeSlots()
search = PractitionerSearch()


@route.get(
    "/v1/practitioners",
    allows={MEMBER, *STAFF},
    queries=search_queries.SEARCH,
    returns="Page[calendars.found_practitioner_answer.FoundPractitionerAnswer, "
    "calendars.found_practitioner_answer.SearchedProblemAnswer]",
    refuses={404: "not-found"},
)
def find_practitioners(call: Call) -> HttpAnswer:
    """Lists the practitioners who suit, best first (F2-04, F2-05).

    They are sorted by fit to the problem, by distance (0–2 km, 2–5, 5–10, 10–25, 25–50 and so on) and by the
    day of the first free slot. Of equals, who has fewer clients for the own capacity comes first, then a lot
    decides that is drawn every day. `why` explains it. First come up to 240 with the nearest postcodes
    (without a postcode, with the earliest free slots), then the next ones. Practitioners who take no
    insurance clients today are left out, and one with several addresses is shown at the nearest. A page holds
    at most 50; it may hold fewer and still have a next one.

    `problem` may be written in Danish, Norwegian or English: `angst` finds who lists `anxiety`.

    With `guaranteeId` the search is for its treatment, in its country, and leaves out those who declined its
    client, and the clinics that its client refused. A member then finds only where the guarantee can be used:
    after the first booking or a match that is one clinic, or one practitioner of it, until they leave.

    The position of a postcode is that of GeoNames (https://www.geonames.org, CC BY 4.0). Coordinates that a
    clinic gives place its own practitioner only.
    """
    criteria = search_queries.search_criteria(call)
    if guarantee_id := call.query("guaranteeId"):
        # Here, so that other searches load no code of guarantees.
        from helsebro_aws.guarantees.matching.search_for import search_for

        criteria = search_for(criteria, GuaranteeId(guarantee_id), call.caller)
    found, cursor = search.page(criteria, call.limit(), call.cursor(), call.language)
    known = {"problemKnown": are_known(criteria.problem)} if criteria.problem else {}
    return HttpAnswer(200, {"items": found, "nextCursor": cursor, **known})


@route.get(
    "/v1/practitioners/<practitioner_id>/slots",
    allows={MEMBER, *STAFF},
    queries=search_queries.SLOTS,
    returns="Page[calendars.slot_answer.SlotAnswer]",
)
def list_free_slots(call: Call, practitioner_id: PractitionerId) -> HttpAnswer:
    """Lists the slots of a practitioner that can be booked, earliest first (F0-13).

    Without `service` they are first sessions and follow-ups, and no debriefing by phone. A page may hold
    fewer than `limit` and still have a next one. Slots in a week with as many sessions as the
    practitioner takes (`weeklyCapacity`) are left out. A slot that has just been booked may still be shown
    for a moment. `sameTimeAs` asks for a series instead: the free slots at the local weekday and
    hour of that slot, in its own week and the ones after it, all on one page. `lateFrom` says until when a
    session in the slot could be cancelled without paying (F0-28).
    """
    at = clock.now()
    asked = search_queries.slot_criteria(call, practitioner_id, at)
    practitioner = practitioners.find(practitioner_id)
    clinic = clinics.find(practitioner.clinic_id)
    if not clinic.takes_clients:
        return HttpAnswer(200, {"items": [], "nextCursor": None})
    if asked.series:
        starts = same_time(*asked.series, zone(practitioner.address.country))
        weekly = free_slots.at_times(practitioner, starts, at, asked.service)
        return HttpAnswer(200, {"items": shown(weekly, clinic.notice_hours), "nextCursor": None})
    found, cursor = free_slots.page(
        practitioner, asked.span, at, service=asked.service, limit=call.limit(), cursor=call.cursor()
    )
    return HttpAnswer(200, {"items": shown(found, clinic.notice_hours), "nextCursor": cursor})


handler = route.handler
