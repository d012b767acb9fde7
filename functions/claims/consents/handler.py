"""Consents: read, decide and withdraw the consent to obtain and pass on information in a case.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro.caller import MEMBER
from helsebro.claims.claim import Claim
from helsebro.ids import ClaimId
from helsebro_aws.bookings.booked_clinics import clinics_at_work
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.dynamo_consents import DynamoConsents
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes

if TYPE_CHECKING:
    from helsebro_aws.claims import consent_body

app = APIGatewayHttpResolver()
route = Routes(app)
claims = DynamoClaims()
consents = DynamoConsents(clinics_at_work)


@route.get("/v1/claims/<claim_id>/consent", allows={MEMBER})
def read_consent(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Returns the case's consent and every earlier decision."""
    claim = claims.visible(claim_id, call.caller)
    history = [
        {"status": past.status, "decidedAt": to_item(past.decided_at), "expiresOn": to_item(past.expires_on)}
        for past in consents.history(claim_id)
    ]
    return HttpAnswer(200, {**_shown(claim), "history": history})


@route.put(
    "/v1/claims/<claim_id>/consent",
    allows={MEMBER},
    body="claims.consent_body.ConsentDecision",
    refuses={403: "not-yours-to-decide"},
)
def decide_consent(call: Call, body: consent_body.ConsentDecision, claim_id: ClaimId) -> HttpAnswer:
    """Stores the yes or no of the person, or of the guardian of a child under 15 (F4-12, F4-13)."""
    return HttpAnswer(200, _shown(consents.decide(claim_id, body.given, call.caller)))


@route.delete("/v1/claims/<claim_id>/consent", allows={MEMBER})
def withdraw_consent(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Withdraws the consent, at any time, and notifies the clinics at work (F4-14)."""
    return HttpAnswer(200, _shown(consents.withdraw(claim_id, call.caller)))


def _shown(claim: Claim) -> dict[str, Any]:
    return {
        "claimId": claim.claim_id,
        "status": claim.consent,
        "given": None if claim.consent == "undecided" else claim.consent == "given",
        "expiresOn": to_item(claim.consent_expires_on),
        "claimStatus": claim.status,
        "missing": list(claim.missing),
    }


handler = route.handler
