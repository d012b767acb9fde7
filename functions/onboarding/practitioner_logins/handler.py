"""Practitioner logins: the signatory says who signs in as each of the clinic's practitioners.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import MEMBER
from helsebro.errors import NotFound
from helsebro.ids import ClinicId, PractitionerId
from helsebro.onboarding.practitioner_login import PractitionerLogin
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.identity import pseudonym
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.network.dynamo_practitioners import DynamoPractitioners
from helsebro_aws.onboarding.practitioner_logins.dynamo_practitioner_logins import DynamoPractitionerLogins
from helsebro_aws.onboarding.signer_login import signer_of
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.onboarding.practitioner_logins.answers import PractitionerLoginAnswer

    from helsebro_aws.onboarding.practitioner_logins import login_body

app = APIGatewayHttpResolver()
route = Routes(app)
clinics, practitioners, logins = DynamoClinics(), DynamoPractitioners(), DynamoPractitionerLogins()
USER = "/v1/clinics/<clinic_id>/practitioners/<key>/user"
SHAPES = "onboarding.practitioner_logins.login_body"
SHOWN = "answers.PractitionerLoginAnswer"


@route.put(
    USER,
    allows={MEMBER},
    body=f"{SHAPES}.NewPractitionerLoginShape",
    returns=SHOWN,
    refuses={409: "already-a-clinic-user contract-not-signed"},
    fresh=True,
)
def set_practitioner_login(
    call: Call, body: login_body.NewPractitionerLoginShape, clinic_id: ClinicId, key: str
) -> HttpAnswer:
    """Sets who signs in as a practitioner, who then sees the own clients in the browser.

    Only the signatory may do it, once the contract is signed. A person with a number signs in at once. A
    mailbox gets an invitation, which can be accepted for 30 days. Who signed in as the practitioner before no
    longer does.
    """
    clinic = clinics.find(clinic_id)
    clinic.must_be_signed_for_by(call.caller)
    clinic.must_have_signed()
    before, at = _login(clinic_id, key), clock.now()
    if body.number:
        after = before.bound(pseudonym.person_id(*body.number), at)
    else:
        token = pseudonym.user_invitation(before.practitioner_id, at)
        after = before.invited(str(body.email), token, call.language, at)
    logins.change(before, after)
    return HttpAnswer(200, _shown(after, key))


@route.get(USER, allows={MEMBER}, returns=SHOWN)
def read_practitioner_login(call: Call, clinic_id: ClinicId, key: str) -> HttpAnswer:
    """Returns whether someone signs in as a practitioner, or was invited. Only the signatory may read it."""
    clinics.find(clinic_id).must_be_read_by_signatory(call.caller)
    return HttpAnswer(200, _shown(_login(clinic_id, key), key))


@route.delete(USER, allows={MEMBER}, answers=204)
def end_practitioner_login(call: Call, clinic_id: ClinicId, key: str) -> HttpAnswer:
    """Ends at once that someone signs in as a practitioner, and the invitation to it.

    Only the signatory may do it. The practitioner stays in the network.
    """
    clinics.find(clinic_id).must_be_signed_for_by(call.caller)
    before = _login(clinic_id, key)
    logins.change(before, before.ended())
    return HttpAnswer(204)


@route.post(
    "/v1/practitioners/<practitioner_id>/user/accept",
    allows={MEMBER},
    creates=False,
    answers=200,
    body=f"{SHAPES}.AcceptedInvitationShape",
    returns=SHOWN,
    ends_sight=True,
    refuses={409: "already-a-clinic-user contract-not-signed", 422: "invitation-expired not-the-invited"},
)
def accept_invitation(
    call: Call, body: login_body.AcceptedInvitationShape, practitioner_id: PractitionerId
) -> HttpAnswer:
    """Accepts the invitation to sign in as a practitioner.

    The name in the login must be the practitioner's. An invitation is accepted once.
    """
    practitioner = practitioners.find(practitioner_id)
    before = logins.invited(practitioner_id)
    clinics.find(practitioner.clinic_id).must_have_signed()
    after = before.accepted(signer_of(call), practitioner.name, body.invitation, clock.now())
    answer = HttpAnswer(200, _shown(after, practitioner.key))
    logins.change(before, after, call.receipt(answer))
    return answer


def _login(clinic_id: ClinicId, key: str) -> PractitionerLogin:
    practitioner = practitioners.of_key(clinic_id, key)
    if practitioner.ended_at:
        raise NotFound()
    return logins.find(clinic_id, practitioner.practitioner_id)


def _shown(login: PractitionerLogin, key: str) -> PractitionerLoginAnswer:
    answer: PractitionerLoginAnswer = {
        "clinicId": login.clinic_id,
        "practitionerId": login.practitioner_id,
        "key": key,
        "status": login.status,
    }
    if login.since:
        answer["since"] = instant(login.since)
    if login.invitation:
        answer["validUntil"] = instant(login.invitation.valid_until)
    return answer


handler = route.handler
