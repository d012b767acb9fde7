"""Refunds: members ask to have their own bills paid back, and read the decision on each treatment.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from helsebro.caller import MEMBER
from helsebro.claims.claim import SEEN_BY
from helsebro.ids import ClaimId, RefundId
from helsebro.refunds.refund import BilledTreatment, Refund
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.decisions.trail_view import in_language
from helsebro_aws.documents.accepted import accepted_bill
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.dynamo_payers import DynamoPayers
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds, new_id

if TYPE_CHECKING:
    from helsebro_aws.refunds import refund_body

app = APIGatewayHttpResolver()
route = Routes(app)
refunds, claims, payers, people = DynamoRefunds(), DynamoClaims(), DynamoPayers(), DynamoPeople()


@route.post(
    "/v1/claims/<claim_id>/refunds",
    allows={MEMBER},
    answers=202,
    body="refunds.refund_body.RefundShape",
    refuses={403: "mandate-to-contact-only", 409: "bill-already-asked-for", 422: "no-accepted-bill"},
)
def request_refund(call: Call, body: refund_body.RefundShape, claim_id: ClaimId) -> HttpAnswer:
    """Asks for a refund of bills on the case; each bill must be an accepted document (F4-30)."""
    claim, at = claims.find(claim_id), clock.now()
    claim.must_be_acted_on_by(call.caller, at)
    cover = people.cover_under(claim.payer, claim.person_id, claim.policy_number)
    begins = cover.starts_on if cover else None
    refund = body.received(new_id(claim), claim, payers.find(claim.payer).currency, begins, at)
    answer = HttpAnswer(202, {"refundId": refund.refund_id, "status": refund.status})
    refunds.receive(refund, body.account, accepted_bill, call.receipt(answer))
    return answer


@route.get("/v1/claims/<claim_id>/refunds", allows={MEMBER, *SEEN_BY})
def list_refunds(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists a claim's refunds, oldest first."""
    claim = claims.visible(claim_id, call.caller)
    found = refunds.of_claim(claim.claim_id)
    steps = NextStepsShown(payers, call.language)
    return HttpAnswer(200, {"items": [_shown(refund, steps) for refund in found], "nextCursor": None})


@route.get("/v1/refunds/<refund_id>", allows={MEMBER, *SEEN_BY})
def read_refund(call: Call, refund_id: RefundId) -> HttpAnswer:
    """Returns a refund with every treatment's decision and trail; the account is never shown."""
    refund = refunds.visible(refund_id, call.caller)
    return versioned(200, _shown(refund, NextStepsShown(payers, call.language)), refund.version)


def _shown(refund: Refund, steps: NextStepsShown) -> dict[str, Any]:
    shown: dict[str, Any] = to_item(refund)
    del shown["payer"], shown["personId"], shown["country"]
    decided = {"approved": refund.approved.as_json()} if refund.decided_at else {}
    product = cache(lambda: claims.find(refund.claim_id).product)
    of_treatments = zip(refund.treatments, steps.of_treatments(refund), strict=True)
    treatments = [
        {**_treatment(treatment, product, refund.country, steps.language), "nextSteps": next_steps}
        for treatment, next_steps in of_treatments
    ]
    return {
        **shown,
        "treatments": treatments,
        "claimed": refund.claimed.as_json(),
        **decided,
        "nextSteps": steps.of_refund(refund),
    }


def _treatment(
    treatment: BilledTreatment, product: Callable[[], str], country: str, language: str
) -> dict[str, Any]:
    trail = in_language(treatment.trail, product, country, language)
    shown: dict[str, Any] = to_item(replace(treatment, trail=trail))
    return shown


handler = route.handler
