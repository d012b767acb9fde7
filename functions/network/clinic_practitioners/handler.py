"""A clinic's practitioners: set, listed and ended by the clinic (F0-21).

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import CLINIC_SYSTEM, MEMBER, NETWORK
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.ids import ClinicId
from helsebro.local_day import local_day
from helsebro.network.team.clinic_change import changed_by
from helsebro_aws.calendars.dynamo_slots import DynamoSlots
from helsebro_aws.calendars.places_in_use import must_keep_places_in_use
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.network.registers.dynamo_register_checks import DynamoRegisterChecks
from helsebro_aws.network.team.practitioner_view import shown
from helsebro_aws.onboarding.practitioner_logins.practitioner_ending import PractitionerEnding
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.network.clinic_practitioners.answers import StoredPractitionerAnswer

    from helsebro_aws.network import practitioner_body

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, practitioners, ending = DynamoClinics(), DynamoPractitioners(), PractitionerEnding()
checks, slots = DynamoRegisterChecks(), DynamoSlots()
ALL = "/v1/clinics/<clinic_id>/practitioners"
ONE = f"{ALL}/<key>"
LONGEST_KEY = 100


@route.put(
    ONE,
    allows={CLINIC_SYSTEM, MEMBER},
    body="network.practitioner_body.PractitionerShape",
    also_answers=(201,),
    returns="answers.StoredPractitionerAnswer",
)
def set_practitioner(
    call: Call, body: practitioner_body.PractitionerShape, clinic_id: ClinicId, key: str
) -> HttpAnswer:
    """Stores a practitioner under the clinic's own key (F0-21, F1-22).

    The clinic's system or its signatory may do it, and practitioners for themselves. The answer is 201 for a
    new key; a known key gets the new details, and what the body leaves out is removed, but for a pause: it
    stays until a body names another one, or null. A key whose
    practitioner has left names a new practitioner: another `practitionerId`, without the clients, the slots
    and the login of the one who left. An address stays as it is while coming slots are there.
    """
    clinic = clinics.find(clinic_id)
    before, generation = practitioners.under_key(clinic_id, key)
    if not call.caller.treats_at(clinic_id, ids.practitioner_id(clinic_id, key, generation)):
        clinic.must_be_run_by(call.caller)
    if len(key) > LONGEST_KEY:
        raise BadInput([Fault("/key", "practitioner-key-malformed", "")])
    practitioner = body.of(clinic_id, key, generation, before)
    if before:
        must_keep_places_in_use(slots, before, practitioner, clock.now())
    is_new = practitioners.set(practitioner, by=changed_by(call.caller))
    clinics.connect(clinic, call.caller)
    stored: StoredPractitionerAnswer = {
        "practitionerId": practitioner.practitioner_id,
        "clinicId": clinic_id,
        "key": key,
    }
    return HttpAnswer(201 if is_new else 200, stored)


@route.get(
    ALL,
    allows={CLINIC_SYSTEM, MEMBER, NETWORK},
    queries=("limit", "cursor"),
    returns="Page[network.team.practitioner_answer.ClinicPractitionerAnswer]",
)
def list_clinic_practitioners(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Lists the clinic's practitioners by its own keys, with the fee of each session (F1-02, F1-04).

    `register` says whether the authorisation register confirms what the clinic stated (F0-11). `changes` says
    from which day another fee counts: when a new rate or an authorisation begins. The clinic's
    system, its people and the staff of the network may read it. Practitioners who left are not in it.
    """
    clinic = clinics.find(clinic_id)
    if not clinic.is_seen_by(call.caller):
        raise NotFound()
    found, cursor = practitioners.page(clinic_id, call.limit(), call.cursor())
    today = local_day(clock.now(), clinic.country)
    known = checks.of_many(each.practitioner_id for each in found)
    items = [shown(each, today, known.get(each.practitioner_id)) for each in found]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.delete(ONE, allows={CLINIC_SYSTEM, MEMBER}, answers=204)
def end_practitioner(call: Call, clinic_id: ClinicId, key: str) -> HttpAnswer:
    """Ends a practitioner, who has left the clinic.

    The clinic's system or its signatory may do it. The practitioner is no longer found or booked, and no one
    signs in as them. Sessions that are booked stay until they are held or cancelled.
    """
    clinics.run_by(clinic_id, call.caller)
    ending.run(practitioners.of_key(clinic_id, key).practitioner_id, changed_by(call.caller))
    return HttpAnswer(204)


handler = route.handler
