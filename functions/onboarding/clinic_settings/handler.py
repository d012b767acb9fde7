"""Clinic settings: the consent to the clinic's system, the clinic's details, and the secret of its system.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CLINIC_SYSTEM, MEMBER
from helsebro.errors import Conflict, NotAllowed, NotAllowedAnyMore
from helsebro.ids import ClinicId
from helsebro.network.clinic import Clinic
from helsebro.network.system_consent import consent_texts, consented_version, current_version
from helsebro.network.team.clinic_change import changed_by
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.http import sealed_answer
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call, body_class
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.clinic_view import shown
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.onboarding.clinic_settings.answers import RotatedSecretAnswer

    from helsebro_aws.network import clinic_details_body
    from helsebro_aws.onboarding import contract_body

app = APIGatewayHttpResolver()
route = Routes(app)
clinics = DynamoClinics()
ONE = "/v1/clinics/<clinic_id>"
SHOWN, SECRET = "network.clinic_answer.ClinicAnswer", "signingSecret"
ATTEMPTS = 4
ROTATION = "onboarding.contract_body.SecretRotationShape"


@route.post(
    f"{ONE}/system-consent",
    allows={MEMBER},
    creates=False,
    answers=200,
    body="onboarding.contract_body.NewConsentShape",
    returns=SHOWN,
)
def set_system_consent(call: Call, body: contract_body.NewConsentShape, clinic_id: ClinicId) -> HttpAnswer:
    """Lets the clinic's system share data about the clinic, or withdraws that consent (F0-07).

    Only the signatory may do it. A clinic without a system is connected at once, any other with the next
    report of its system.
    """

    def consent() -> HttpAnswer:
        clinic = _own(call, clinic_id)
        version = consented_version(clinic, body.text_version)
        after = clinic.consenting(given=body.given, text_version=version, at=clock.now())
        answer = HttpAnswer(200, shown(after, call.language))
        clinics.change(clinic, after, call.receipt(answer), changed_by(call.caller))
        return answer

    return retry_on_conflict(consent, Conflict, attempts=ATTEMPTS)


@route.get(f"{ONE}/system-consent", allows={MEMBER}, returns="answers.ConsentTextAnswer")
def read_system_consent(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Shows the text that the signatory is asked to consent to, in the reader's language (F0-07).

    Only the signatory may read it. A clinic without a system has a text of its own. The clinic shows which
    text it consented to.
    """
    clinic = clinics.find(clinic_id)
    clinic.must_be_read_by_signatory(call.caller)
    version = current_version(clinic)
    text = consent_texts()[version][call.language]
    shown_text = {"textVersion": version, "language": call.language, "text": text}
    return HttpAnswer(200, shown_text, {"Vary": "Accept-Language"})


@route.put(
    f"{ONE}/details",
    allows={MEMBER},
    body="network.clinic_details_body.NewDetailsShape",
    returns=SHOWN,
    fresh=True,
)
def set_details(call: Call, body: clinic_details_body.NewDetailsShape, clinic_id: ClinicId) -> HttpAnswer:
    """Stores the clinic's details (F0-08).

    They are contact, address, opening hours, languages and the notice for cancellations. Only the signatory
    may do it. When the mail address changes, we write to the former ones too.
    """

    def fill_in() -> HttpAnswer:
        clinic = _own(call, clinic_id)
        after = clinic.detailed(body.details(), body.contact_of(clinic), body.place(), clock.now())
        clinics.change(clinic, after, by=changed_by(call.caller))
        return HttpAnswer(200, shown(after, call.language))

    return retry_on_conflict(fill_in, Conflict, attempts=ATTEMPTS)


@route.post(
    f"{ONE}/signing-secret/rotate",
    allows={CLINIC_SYSTEM, MEMBER},
    creates=False,
    answers=200,
    body_shape=ROTATION,
    returns="answers.RotatedSecretAnswer",
    refuses={
        403: "lost-is-for-the-signatory signed-with-a-replaced-secret",
        409: "conflict contract-not-signed secret-rotated-lately",
    },
    fresh=True,
    body_optional=True,
)
def rotate_signing_secret(call: Call, clinic_id: ClinicId) -> HttpAnswer:
    """Replaces the secret that the clinic's system signs its calls with.

    Only this answer shows the new secret. The old one is valid for 24 more hours, but rotates nothing, and
    until then only a ``lost`` secret is replaced. A lost one ends at once, which only the signatory may say.
    """
    clinic = clinics.find(clinic_id)
    clinic.must_be_run_by(call.caller)
    clinics.connect(clinic, call.caller)
    lost = bool(call.raw_body) and call.read(body_class(ROTATION)).lost
    if lost and call.caller.is_clinic_system:
        raise NotAllowed("lost-is-for-the-signatory")

    def rotate() -> HttpAnswer:
        if call.caller.has_replaced_secret:  # Here, so that a repeated call gets the first answer.
            raise NotAllowedAnyMore("signed-with-a-replaced-secret")
        secret = WebhookSecret(clock.key())
        shape: RotatedSecretAnswer = {"clinicId": clinic_id, "signingSecret": secret.text}
        answer = HttpAnswer(200, shape)
        clinics.rotate_secret(clinic_id, secret, sealed_answer.receipt(call, answer, SECRET), lost=lost)
        return answer

    return sealed_answer.once(call, SECRET, rotate)


def _own(call: Call, clinic_id: ClinicId) -> Clinic:
    clinic = clinics.find(clinic_id)
    clinic.must_be_signed_for_by(call.caller)
    return clinic


handler = route.handler
