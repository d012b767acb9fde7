"""Clinic consents: whether a case may be passed on to one named clinic.

Trigger: HTTP API.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.claim import Claim
from helsebro.claims.consenting.clinic_consent import decided_about
from helsebro.claims.consenting.passing_on import passes_on
from helsebro.claims.recorded.decider import decider
from helsebro.claims.recorded.evidence_time import faults_of_consent
from helsebro.ids import ClaimId, ClinicId
from helsebro_aws.bookings.booked_clinics import clinics_at_work
from helsebro_aws.claims.consenting.consent_view import shown
from helsebro_aws.claims.consenting.dynamo_clinic_consents import DynamoClinicConsents
from helsebro_aws.claims.custody.deciding_guardians import DecidingGuardians
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.guarantees.consent.refused_clinic import client_kept, matched_anew
from helsebro_aws.guarantees.consent.returned_consent import told_again
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.claims.clinic_consents.answers import ClinicConsentAnswer

    from helsebro.claims.consenting.consent_text import DecidesFor

app = APIGatewayHttpResolver()
route = Routes(app)
claims, clinics, guardians = DynamoClaims(), DynamoClinics(), DecidingGuardians()
consents = DynamoClinicConsents(clinics_at_work, told_again, matched_anew, client_kept)
ONE = "/v1/claims/<claim_id>/consent/clinics/<clinic_id>"


@route.get(ONE, allows={MEMBER, CASEWORKER}, returns="answers.ClinicConsentAnswer")
def read_clinic_consent(call: Call, claim_id: ClaimId, clinic_id: ClinicId) -> HttpAnswer:
    """Returns what was decided about a clinic, with every decision, and whether it may learn of the case.

    While nothing was decided about the clinic (`undecided`), the consent of the case covers it.
    """
    claim = claims.visible(claim_id, call.caller)
    clinics.find(clinic_id)
    return _answer(call, claim, clinic_id)


@route.put(
    ONE,
    allows={MEMBER, CASEWORKER},
    body_shape="claims.consenting.consent_choice.NewClinicConsentShape",
    returns="answers.ClinicConsentAnswer",
    refuses={
        403: "not-yours-to-decide not-for-a-holder",
        409: "consent-decided-since guardian-missing",
        422: "too-many-clinic-consents",
    },
)
def decide_clinic_consent(call: Call, claim_id: ClaimId, clinic_id: ClinicId) -> HttpAnswer:
    """Lets the case be passed on to one clinic, or says no to it (F4-15).

    The person decides from the age of 15, before that the guardian. A yes is in force for a year, together
    with the consent of the case. After a no, or after the year, the clinic no longer reads who the client is,
    and nothing is booked or matched there; sessions that are booked stay until they are cancelled. Where
    a guarantee is for the clinic, staff get a task to match the client anew. A clinic at work on the case
    gets `consent.withdrawn`, and `guarantee.issued` when the consent is back.

    A caseworker records the decision of a person who cannot log in, with its `evidence`: the year begins when
    the person said or signed it. What was decided about the clinic after that stays.
    """
    # Here, because the other routes have no body.
    from helsebro_aws.claims.consenting.consent_choice import NewClinicConsentShape
    from helsebro_aws.claims.recorded.evidence_body import evidence_faults

    before, at = claims.find(claim_id), clock.now()
    decider(before, call.caller, at)
    in_time = partial(faults_of_consent, before, at)
    decides_for: DecidesFor = "child" if before.has_guardian(at) else "self"
    faults = evidence_faults(call.caller, "clinic-consent", in_time, decides_for=decides_for)
    body = call.read(NewClinicConsentShape, faults)
    clinics.find(clinic_id)
    evidence = body.evidence.recorded_by(call.caller) if body.evidence else None
    claim = consents.decide(claim_id, clinic_id, body.given, body.text_version, call.caller, evidence)
    return _answer(call, claim, clinic_id)


@route.delete(
    ONE,
    allows={MEMBER},
    returns="answers.ClinicConsentAnswer",
    refuses={403: "not-yours-to-decide not-for-a-holder", 422: "too-many-clinic-consents"},
)
def withdraw_clinic_consent(call: Call, claim_id: ClaimId, clinic_id: ClinicId) -> HttpAnswer:
    """Takes the case from one clinic, at any time (F4-14).

    The consent of the case stays as it is. A clinic at work on the case gets `consent.withdrawn`.
    """
    clinics.find(clinic_id)
    return _answer(call, consents.withdraw(claim_id, clinic_id, call.caller), clinic_id)


def _answer(call: Call, claim: Claim, clinic_id: ClinicId) -> HttpAnswer:
    about = decided_about(claim.clinic_consents, clinic_id)
    made = consents.history(claim.claim_id, clinic_id)
    status = about.status if about else "undecided"
    guardian_of = guardians.seen_by(call.caller, claim, clock.now())
    answer: ClinicConsentAnswer = {
        **shown("clinic", status, made, call.language, claim.claim_id, clinic_id, guardian_of),
        "passesOn": passes_on(claim, clinic_id),
    }
    return HttpAnswer(200, answer)


handler = route.handler
