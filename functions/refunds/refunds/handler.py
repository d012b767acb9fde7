"""Refunds: members ask to have their own bills paid back, and read the decision on each treatment.

Trigger: HTTP API.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, cast

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
    from functions.refunds.refunds.answers import (
        RefundAnswer,
        RefundTreatmentAnswer,
        RequestedRefundAnswer,
    )

    from helsebro.coverage.answer import Step
    from helsebro_aws.complaints.next_step_answer import NextStepAnswer
    from helsebro_aws.refunds import refund_body

app = APIGatewayHttpResolver()
route = Routes(app)
refunds, claims, payers, people = DynamoRefunds(), DynamoClaims(), DynamoPayers(), DynamoPeople()
HIDDEN = ("payer", "personId", "country")


@route.post(
    "/v1/claims/<claim_id>/refunds",
    allows={MEMBER},
    answers=202,
    body="refunds.refund_body.NewRefundShape",
    returns="answers.RequestedRefundAnswer",
    refuses={403: "mandate-to-contact-only", 409: "bill-already-asked-for", 422: "no-accepted-bill"},
)
def request_refund(call: Call, body: refund_body.NewRefundShape, claim_id: ClaimId) -> HttpAnswer:
    """Asks to have bills paid back that the member has paid (F4-30).

    Each bill must be an accepted document of the case. Finance then decides each treatment.
    """
    claim, at = claims.find(claim_id), clock.now()
    claim.must_be_acted_on_by(call.caller, at)
    cover = people.cover_under(claim.payer, claim.person_id, claim.policy_number)
    begins = cover.starts_on if cover else None
    refund = body.received(new_id(claim), claim, payers.find(claim.payer).currency, begins, at)
    requested: RequestedRefundAnswer = {"refundId": refund.refund_id, "status": refund.status}
    answer = HttpAnswer(202, requested)
    refunds.receive(refund, body.account, accepted_bill, call.receipt(answer))
    return answer


@route.get("/v1/claims/<claim_id>/refunds", allows={MEMBER, *SEEN_BY}, returns="Page[answers.RefundAnswer]")
def list_refunds(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists a claim's refunds, oldest first."""
    claim = claims.visible(claim_id, call.caller)
    found = refunds.of_claim(claim.claim_id)
    steps = NextStepsShown(payers, call.language)
    return HttpAnswer(200, {"items": [_shown(refund, steps) for refund in found], "nextCursor": None})


@route.get("/v1/refunds/<refund_id>", allows={MEMBER, *SEEN_BY}, returns="answers.RefundAnswer")
def read_refund(call: Call, refund_id: RefundId) -> HttpAnswer:
    """Returns a refund, with the decision on every treatment."""
    refund = refunds.visible(refund_id, call.caller)
    return versioned(200, _shown(refund, NextStepsShown(payers, call.language)), refund.version)


def _shown(refund: Refund, steps: NextStepsShown) -> RefundAnswer:
    fields = {name: value for name, value in to_item(refund).items() if name not in HIDDEN}
    shown = cast("RefundAnswer", fields)
    product = cache(lambda: claims.find(refund.claim_id).product)
    of_treatments = zip(refund.treatments, steps.of_treatments(refund), strict=True)
    shown["treatments"] = [
        _treatment(
            treatment, in_language(treatment.trail, product, refund.country, steps.language), following
        )
        for treatment, following in of_treatments
    ]
    shown["claimed"] = to_item(refund.claimed)
    if refund.decided_at:
        shown["approved"] = to_item(refund.approved)
    shown["nextSteps"] = steps.of_refund(refund)
    return shown


def _treatment(
    treatment: BilledTreatment, trail: tuple[Step, ...], next_steps: list[NextStepAnswer]
) -> RefundTreatmentAnswer:
    shown: RefundTreatmentAnswer = to_item(replace(treatment, trail=trail))
    shown["nextSteps"] = next_steps
    return shown


handler = route.handler
