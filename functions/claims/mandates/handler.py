"""Mandates: give, list and revoke mandates, which let another person contact us, or act, in a case.

Trigger: HTTP API.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.mandates import seen_by
from helsebro.claims.recorded.decider import decider
from helsebro.claims.recorded.evidence_time import faults_of_mandate, faults_of_revocation
from helsebro.ids import ClaimId, MandateId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.dynamo_mandates import DynamoMandates, NewMandate
from helsebro_aws.claims.mandated.mandate_view import mandates_shown
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.identity import pseudonym
from helsebro_aws.platform import clock
from helsebro_aws.policies.enrolled.registered_names import RegisteredNames

if TYPE_CHECKING:
    from functions.claims.mandates.answers import GivenMandateAnswer, RevokedMandateAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
claims, mandates, names = DynamoClaims(), DynamoMandates(), RegisteredNames()
MANDATE = "claims.mandated.mandate_answer.MandateAnswer"


@route.post(
    "/v1/claims/<claim_id>/mandates",
    allows={MEMBER, CASEWORKER},
    body_shape="claims.mandate_body.NewMandateShape",
    returns="answers.GivenMandateAnswer",
    refuses={
        403: "not-yours-to-decide not-for-a-holder",
        409: "guardian-missing mandate-in-force",
        422: "mandate-to-oneself too-many-mandates",
    },
)
def give_mandate(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Gives a mandate to contact us, or to act, in a case (F4-18, F4-19, F4-22).

    The person gives it from the age of 15, before that the guardian. A holder who is named with a national
    number can log in and see the case, and holds one mandate in it at a time: for other powers, revoke the
    first (409 `mandate-in-force` names it). A guardian's mandate lapses on the child's 15th birthday. A
    caseworker records, with its `evidence`, what a person gave who cannot log in.
    """
    # Here, because the list has no body.
    from helsebro_aws.claims.mandate_body import NewMandateShape
    from helsebro_aws.claims.recorded.evidence_body import evidence_faults

    claim, at = claims.find(claim_id), clock.now()
    decider(claim, call.caller, at)
    in_time = partial(faults_of_mandate, claim, at)
    body = call.read(NewMandateShape, evidence_faults(call.caller, "mandate", in_time, "yes"))
    mandate_id = MandateId(ids.within("man", claim_id, clock.randomness()))
    holder_id = pseudonym.person_id(*body.number) if body.number else None
    given: GivenMandateAnswer = {
        "mandateId": mandate_id,
        "claimId": claim_id,
        "powers": list(body.powers),
    }
    answer = HttpAnswer(201, given)
    evidence = body.evidence.recorded_by(call.caller) if body.evidence else None
    new = NewMandate(mandate_id, body.powers, holder_id, body.named_holder, evidence)
    mandates.give(claim_id, new, call.caller, call.receipt(answer))
    return answer


@route.get(
    "/v1/claims/<claim_id>/mandates",
    allows={MEMBER, CASEWORKER},
    queries=("limit", "cursor"),
    returns=f"Page[{MANDATE}]",
)
def list_mandates(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists the mandates of a case, in the order in which they were given.

    Staff see all of them, also those that were revoked or have lapsed: who might call, on which day. Others
    see those in force, all on one page, and a holder only the own ones.
    """
    claim, cursor = claims.visible(claim_id, call.caller), None
    if call.caller.payer:
        found, cursor = mandates.page(claim_id, call.limit(), call.cursor())
    else:
        seen = seen_by(claim, call.caller, clock.now())
        found = mandates.kept(claim_id, [mandate.mandate_id for mandate in seen])
    listed = [(kept, holder, claim.policy_id) for kept, holder in found]
    items = mandates_shown(listed, call.caller, call.language, names)
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.delete(
    "/v1/claims/<claim_id>/mandates/<mandate_id>",
    allows={MEMBER},
    answers=204,
    refuses={403: "not-yours-to-decide not-for-a-holder"},
)
def revoke_mandate(call: Call, claim_id: ClaimId, mandate_id: MandateId) -> HttpAnswer:
    """Revokes a mandate at once, with any other that its holder has in the case.

    Its holder can no longer see the case. A second call changes nothing.
    """
    mandates.revoke(claim_id, mandate_id, call.caller)
    return HttpAnswer(204)


@route.post(
    "/v1/claims/<claim_id>/mandates/<mandate_id>/revoke",
    allows={CASEWORKER},
    creates=False,
    answers=200,
    body_shape="claims.mandate_body.MandateRevocation",
    returns="answers.RevokedMandateAnswer",
    refuses={409: "guardian-missing"},
)
def record_revocation(call: Call, claim_id: ClaimId, mandate_id: MandateId) -> HttpAnswer:
    """Revokes a mandate at once for a member who cannot log in and said so by phone or letter (F4-02).

    A second call changes nothing.
    """
    # Here, because the list has no body.
    from helsebro_aws.claims.mandate_body import MandateRevocation
    from helsebro_aws.claims.recorded.evidence_body import recorded_faults

    claim, at = claims.find(claim_id), clock.now()
    decider(claim, call.caller, at)
    in_time = partial(faults_of_revocation, claim, mandate_id, at)
    body = call.read(
        MandateRevocation, lambda sent: recorded_faults(sent.get("evidence"), "mandate", in_time, "no")
    )
    revoked: RevokedMandateAnswer = {"mandateId": mandate_id}
    answer = HttpAnswer(200, revoked)
    evidence = body.evidence.recorded_by(call.caller)
    mandates.revoke(claim_id, mandate_id, call.caller, evidence, call.receipt(answer))
    return answer


handler = route.handler
