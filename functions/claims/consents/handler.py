"""Consents: read, decide and withdraw the consent to obtain and pass on information in a case.

Trigger: HTTP API.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.claim import Claim
from helsebro.claims.recorded.decider import decider
from helsebro.claims.recorded.evidence_time import faults_of_consent
from helsebro.ids import ClaimId
from helsebro_aws.bookings.booked_clinics import clinics_at_work
from helsebro_aws.claims.consenting.consent_view import standing
from helsebro_aws.claims.custody.deciding_guardians import DecidingGuardians
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.dynamo_consents import DynamoConsents
from helsebro_aws.claims.recorded.wordings import SpokenDecision, YesOrNo, versions_of, wording_of
from helsebro_aws.guarantees.consent.returned_consent import told_again
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from functions.claims.consents.answers import (
        ConsentAnswer,
        WordingAnswer,
        WordingsAnswer,
    )

    from helsebro.claims.consenting.consent_text import DecidesFor

app = APIGatewayHttpResolver()
route = Routes(app)
claims = DynamoClaims()
consents, guardians = DynamoConsents(clinics_at_work, told_again), DecidingGuardians()


@route.get(
    "/v1/claims/<claim_id>/consent",
    allows={MEMBER, CASEWORKER},
    returns="answers.ConsentAnswer",
)
def read_consent(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Returns the consent of a case.

    The answer also has every decision so far, newest first, and how staff knew of those that they recorded.
    """
    return _answer(call, claims.visible(claim_id, call.caller))


@route.put(
    "/v1/claims/<claim_id>/consent",
    allows={MEMBER, CASEWORKER},
    body_shape="claims.consent_body.ConsentDecision",
    returns="answers.ConsentAnswer",
    refuses={403: "not-yours-to-decide not-for-a-holder", 409: "consent-decided-since guardian-missing"},
)
def decide_consent(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Gives or refuses the consent of a case (F4-12, F4-13).

    The person decides from the age of 15, before that the guardian. A yes is in force for a year; the same
    yes on a later day renews the year. A no after a yes withdraws the consent.

    A caseworker records the decision of a person who cannot log in, with its `evidence`: the year begins when
    the person said or signed it. What was decided after that stays.
    """
    # Here, because the other routes have no body.
    from helsebro_aws.claims.consent_body import ConsentDecision
    from helsebro_aws.claims.recorded.evidence_body import evidence_faults

    claim, at = claims.find(claim_id), clock.now()
    decider(claim, call.caller, at)
    in_time = partial(faults_of_consent, claim, at)
    decides_for: DecidesFor = "child" if claim.has_guardian(at) else "self"
    faults = evidence_faults(call.caller, "consent", in_time, decides_for=decides_for)
    body = call.read(ConsentDecision, faults)
    evidence = body.evidence.recorded_by(call.caller) if body.evidence else None
    claim = consents.decide(claim_id, body.given, call.caller, evidence, body.text_version)
    return _answer(call, claim)


@route.delete(
    "/v1/claims/<claim_id>/consent",
    allows={MEMBER},
    returns="answers.ConsentAnswer",
    refuses={403: "not-yours-to-decide not-for-a-holder"},
)
def withdraw_consent(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Withdraws the consent of a case, at any time (F4-14).

    The clinics with bookings of the case are notified. Without a consent in force this changes nothing.
    """
    return _answer(call, consents.withdraw(claim_id, call.caller))


@route.get("/v1/wordings", allows={MEMBER, CASEWORKER}, returns="answers.WordingsAnswer")
def read_wordings(call: Call) -> HttpAnswer:
    """Returns what staff read aloud to a person who cannot log in, before they record a decision.

    The words of a yes carry the text that is read online (`GET /v1/consent-texts`).
    """
    language = call.language
    shown: WordingsAnswer = {
        "consent": _wording("consent", "yes", language, "self"),
        "consentForChild": _wording("consent", "yes", language, "child"),
        "consentRefusal": _wording("consent", "no", language),
        "clinicConsent": _wording("clinic-consent", "yes", language, "self"),
        "clinicConsentForChild": _wording("clinic-consent", "yes", language, "child"),
        "clinicConsentRefusal": _wording("clinic-consent", "no", language),
        "generalConsent": _wording("general-consent", "yes", language),
        "generalConsentRefusal": _wording("general-consent", "no", language),
        "networkContactConsent": _wording("network-contact-consent", "yes", language),
        "networkContactConsentRefusal": _wording("network-contact-consent", "no", language),
        "mandate": _wording("mandate", "yes", language),
        "mandateRevocation": _wording("mandate", "no", language),
    }
    return HttpAnswer(200, shown)


def _wording(
    decision: SpokenDecision, said: YesOrNo, language: str, decides_for: DecidesFor | None = None
) -> WordingAnswer:
    newest = versions_of(decision, said, decides_for)[-1]
    return {"textVersion": newest, "text": wording_of(newest, language)}


def _answer(call: Call, claim: Claim) -> HttpAnswer:
    made, named = consents.history(claim.claim_id), guardians.seen_by(call.caller, claim, clock.now())
    path = f"/v1/claims/{claim.claim_id}/consent"
    answer: ConsentAnswer = {
        **standing("case", claim.consent, made, call.language, path, named, claim.consent_expires_on),
        "claimId": claim.claim_id,
        "claimStatus": claim.status,
        "missing": list(claim.missing),
    }
    return HttpAnswer(200, answer)


handler = route.handler
