"""Applications: a clinic applies to join the network, on a public form.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import ANYONE
from helsebro.country_profile import profile
from helsebro.ids import ClinicId
from helsebro.onboarding import declaration
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro.payer import Country
    from helsebro_aws.onboarding import application_body

app = APIGatewayHttpResolver()
route = Routes(app)


@route.post(
    "/v1/clinics/applications",
    allows={ANYONE},
    body="onboarding.application_body.NewApplicationShape",
    returns="answers.ReceivedApplicationAnswer",
)
def apply_as_clinic(call: Call, body: application_body.NewApplicationShape) -> HttpAnswer:
    """Receives the application of a clinic (F0-01 to F0-04).

    The contract is sent to the signatory, in the language of the request or else of the clinic's country.
    An application that is unusual is first looked at by the network team. Until the contract is signed, no
    client reaches the clinic.
    """
    from helsebro_aws.identity import pseudonym
    from helsebro_aws.network.clinic_view import checklist_shown
    from helsebro_aws.onboarding.dynamo_applications import DynamoApplications

    at, number = clock.now(), body.signatory.number
    clinic_id = ClinicId(ids.plain("cli", clock.randomness()))
    signatory_id = pseudonym.person_id(*number) if number else None
    clinic = body.clinic(clinic_id, signatory_id, at)
    answer = HttpAnswer(201, {"clinicId": clinic_id, "checklist": checklist_shown(clinic.checklist)})
    application = body.application(clinic_id, signatory_id, _language(call, body.country), at)
    DynamoApplications().receive(clinic, application, call.receipt(answer))
    return answer


@route.get(
    "/v1/clinics/applications/declaration",
    allows={ANYONE},
    returns="answers.DeclarationAnswer",
)
def read_declaration(call: Call) -> HttpAnswer:
    """Shows what an applicant declares, in the reader's language (F0-04)."""
    version = declaration.CURRENT
    text = declaration.declarations()[version][call.language]
    shown = {"textVersion": version, "language": call.language, "text": text}
    return HttpAnswer(200, shown, {"Vary": "Accept-Language"})


def _language(call: Call, country: Country) -> str:
    """Returns the language that the request asks for; that of the clinic's country when it asks for none."""
    return call.language if "accept-language" in call.headers else profile(country).language


handler = route.handler
