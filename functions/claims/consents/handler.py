"""Consents: read, decide and withdraw the consent to obtain and pass on information in a case.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import MEMBER
from helsebro.claims.claim import Claim
from helsebro.ids import ClaimId
from helsebro_aws.bookings.booked_clinics import clinics_at_work
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.dynamo_consents import DynamoConsents
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.guarantees.consent.returned_consent import told_again
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes

if TYPE_CHECKING:
    from functions.claims.consents.answers import ConsentAnswer, ConsentWithHistoryAnswer

    from helsebro_aws.claims import consent_body

app = APIGatewayHttpResolver()
route = Routes(app)
claims = DynamoClaims()
consents = DynamoConsents(clinics_at_work, told_again)


@route.get("/v1/claims/<claim_id>/consent", allows={MEMBER}, returns="answers.ConsentWithHistoryAnswer")
def read_consent(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Returns the consent of a case.

    The answer also has every decision so far, newest first.
    """
    claim = claims.visible(claim_id, call.caller)
    shown: ConsentWithHistoryAnswer = {
        **_shown(claim),
        "history": [
            {
                "status": past.status,
                "decidedAt": to_item(past.decided_at),
                "expiresOn": to_item(past.expires_on),
                "textVersion": past.text_version or None,
            }
            for past in consents.history(claim_id)
        ],
    }
    return HttpAnswer(200, shown)


@route.put(
    "/v1/claims/<claim_id>/consent",
    allows={MEMBER},
    body="claims.consent_body.ConsentDecision",
    returns="answers.ConsentAnswer",
    refuses={403: "not-yours-to-decide"},
)
def decide_consent(call: Call, body: consent_body.ConsentDecision, claim_id: ClaimId) -> HttpAnswer:
    """Gives or refuses the consent of a case (F4-12, F4-13).

    The person decides from the age of 15, before that the guardian. A yes is in force for a year; the same
    yes on a later day renews the year. A no after a yes withdraws the consent.
    """
    return HttpAnswer(200, _shown(consents.decide(claim_id, body.given, call.caller)))


@route.delete(
    "/v1/claims/<claim_id>/consent",
    allows={MEMBER},
    returns="answers.ConsentAnswer",
    refuses={403: "not-yours-to-decide"},
)
def withdraw_consent(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Withdraws the consent of a case, at any time (F4-14).

    The clinics with bookings of the case are notified. Without a consent in force this changes nothing.
    """
    return HttpAnswer(200, _shown(consents.withdraw(claim_id, call.caller)))


def _shown(claim: Claim) -> ConsentAnswer:
    return {
        "claimId": claim.claim_id,
        "status": claim.consent,
        "given": None if claim.consent == "undecided" else claim.consent == "given",
        "expiresOn": to_item(claim.consent_expires_on),
        "claimStatus": claim.status,
        "missing": list(claim.missing),
    }


handler = route.handler
