"""Clinics: a clinic and its checklist up to the first client.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import CLINIC_SYSTEM, MEMBER, NETWORK
from helsebro.errors import NotFound
from helsebro.ids import ClinicId
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.clinic_view import shown
from helsebro_aws.network.dynamo_clinics import DynamoClinics

app = APIGatewayHttpResolver()
route = Routes(app)
clinics = DynamoClinics()


@route.get(
    "/v1/clinics/<clinic_id>",
    allows={CLINIC_SYSTEM, MEMBER, NETWORK},
    returns="network.clinic_answer.ClinicAnswer",
)
def read_clinic(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Returns a clinic and its checklist (F0-10).

    Its own system, its signatory and the staff of the network may read it.
    """
    clinic = clinics.find(clinic_id)
    if not clinic.is_seen_by(call.caller):
        raise NotFound()
    return HttpAnswer(200, shown(clinic))


handler = route.handler
