"""Mandates: another person may contact us, or act, in one case; given, listed, revoked.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helsebro import ids
from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.mandate import Holder, Mandate
from helsebro.claims.mandates import seen_by
from helsebro.ids import ClaimId, MandateId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.dynamo_mandates import DynamoMandates, Given
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import Answer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.identity import pseudonym
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.claims import mandate_body

app = APIGatewayHttpResolver()
route = Routes(app)
claims, mandates = DynamoClaims(), DynamoMandates()


@route.post("/v1/claims/<claim_id>/mandates", allows={MEMBER}, body="claims.mandate_body.MandateShape")
def give_mandate(call: Call, body: mandate_body.MandateShape, claim_id: ClaimId) -> Answer:
    """The person from 15, before that the guardian, lets somebody contact us or act (F4-18, F4-19, F4-22)."""
    mandate_id = MandateId(ids.within("man", claim_id, clock.randomness()))
    holder_id = pseudonym.person_id(*body.number) if body.number else None
    answer = Answer(201, {"mandateId": mandate_id, "claimId": claim_id, "powers": list(body.powers)})
    given = Given(mandate_id, body.powers, holder_id, body.words)
    mandates.give(claim_id, given, call.caller, call.receipt(answer))
    return answer


@route.get("/v1/claims/<claim_id>/mandates", allows={MEMBER, CASEWORKER})
def list_mandates(call: Call, claim_id: ClaimId) -> Answer:
    """The mandates in force, for the person and for who takes the call; a holder sees its own alone."""
    seen = seen_by(claims.visible(claim_id, call.caller), call.caller, clock.now())
    holders = mandates.holders(claim_id, seen)
    items = [_shown(one, holders[one.mandate_id]) for one in seen]
    return Answer(200, {"items": items, "nextCursor": None})


@route.delete("/v1/claims/<claim_id>/mandates/<mandate_id>", allows={MEMBER}, answers=204)
def revoke_mandate(call: Call, claim_id: ClaimId, mandate_id: MandateId) -> Answer:
    """The mandate ends at once; whoever held it sees nothing of the case any more."""
    mandates.revoke(claim_id, mandate_id, call.caller)
    return Answer(204)


def _shown(mandate: Mandate, holder: Holder) -> dict[str, Any]:
    told = to_item(mandate)
    return {
        "mandateId": mandate.mandate_id,
        "holder": to_item(holder),
        "hasAccess": mandate.holder_id is not None,
        "powers": told["powers"],
        "givenAt": told["givenAt"],
        "lapsesOn": told.get("lapsesOn"),
    }


handler = route.handler
