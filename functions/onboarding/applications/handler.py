"""Applications: a clinic applies to join the network, on a public form.

Trigger: HTTP API.
"""

from __future__ import annotations

from hmac import compare_digest
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import ANYONE
from helsebro.country_profile import profile
from helsebro.errors import NotFound
from helsebro.ids import ClinicId
from helsebro.onboarding import declaration
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.onboarding.signer_login import INVITATION
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.onboarding.applications.answers import ApplicationStatusAnswer

    from helsebro.network.clinic import Clinic
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
    "/v1/clinics/<clinic_id>/application",
    allows={ANYONE},
    headers=("Invitation",),
    returns="answers.ApplicationStatusAnswer",
    refuses={404: "not-found"},
)
def read_application(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Shows where an application stands, until the contract is signed (F0-10).

    Who has the token of the mails to the signatory, in the header ``Helsebro-Invitation``, reads it without a
    login. It names neither the clinic nor a person. A wrong token is answered as an unknown clinic, before
    anything is read.
    """
    from helsebro_aws.identity import pseudonym
    from helsebro_aws.network.dynamo_clinics import DynamoClinics

    token = call.headers.get(INVITATION, "")
    if not compare_digest(token.encode(), pseudonym.invitation(clinic_id).encode()):
        raise NotFound()
    clinic = DynamoClinics().find(clinic_id)
    if clinic.has_signed:
        raise NotFound()
    return HttpAnswer(200, _status(clinic, call.language), {"Vary": "Accept-Language"})


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


def _status(clinic: Clinic, language: str) -> ApplicationStatusAnswer:
    from helsebro_aws.network.clinic_view import checklist_shown, next_step_shown

    shown: ApplicationStatusAnswer = {
        "status": clinic.status,
        "checklist": checklist_shown(clinic.checklist),
        "nextStep": next_step_shown(clinic, language),
    }
    if clinic.ending:
        # Not the reason: it was written by or to a person.
        shown["ending"] = {"why": clinic.ending.why, "at": instant(clinic.ending.at)}
    return shown


def _language(call: Call, country: Country) -> str:
    """Returns the language that the request asks for; that of the clinic's country when it asks for none."""
    return call.language if "accept-language" in call.headers else profile(country).language


handler = route.handler
