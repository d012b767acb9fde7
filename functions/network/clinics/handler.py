"""Clinics: a clinic with its checklist up to the first client, and what it changed since.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import CLINIC_SYSTEM, MEMBER, NETWORK
from helsebro.errors import NotFound
from helsebro.ids import ClinicId
from helsebro_aws.calendars.subscriptions.clinic_calendars import ClinicCalendars
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.clinic_view import shown
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.team.change_view import shown as shown_change
from helsebro_aws.network.team.dynamo_clinic_changes import DynamoClinicChanges

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, changes, calendars = DynamoClinics(), DynamoClinicChanges(), ClinicCalendars()


@route.get(
    "/v1/clinics/<clinic_id>",
    allows={CLINIC_SYSTEM, MEMBER, NETWORK},
    returns="answers.ReadClinicAnswer",
)
def read_clinic(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Returns a clinic and its checklist (F0-10).

    Its own system, its users and the staff of the network may read it. `calendars` says how the
    practitioners' own calendars are read, and what to do about one that cannot be.
    """
    clinic = clinics.find(clinic_id)
    if not clinic.is_seen_by(call.caller):
        raise NotFound()
    found = calendars.shown(clinic, call.caller, call.language)
    return HttpAnswer(200, {**shown(clinic, call.language), **({"calendars": found} if found else {})})


@route.get(
    "/v1/clinics/<clinic_id>/changes",
    allows={CLINIC_SYSTEM, MEMBER, NETWORK},
    queries=("limit", "cursor"),
    returns="Page[network.team.change_answer.ClinicChangeAnswer]",
)
def list_clinic_changes(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Lists what the clinic changed about itself and its practitioners, the latest first (F0-21).

    It names fields and not what they held, for two years. The clinic's system, its signatory and the staff of
    the network may read it.
    """
    if NETWORK not in call.caller.rights:
        clinics.find(clinic_id).must_be_read_by(call.caller)
    found, cursor = changes.page(clinic_id, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [shown_change(change) for change in found], "nextCursor": cursor})


handler = route.handler
