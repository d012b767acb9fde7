"""Policies and who is insured under them: kept by underwriting, people also by the employer that holds one.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import EMPLOYER, UNDERWRITING
from helsebro.errors import NotFound
from helsebro_aws import clock, pseudonym
from helsebro_aws.dynamo_payers import DynamoPayers
from helsebro_aws.dynamo_people import DynamoPeople
from helsebro_aws.dynamo_policies import DynamoPolicies
from helsebro_aws.http import Answer, Call, Routes
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.record import to_item

if TYPE_CHECKING:
    from helsebro_aws.shapes import insured as insured_shapes
    from helsebro_aws.shapes import policy as policy_shapes

app = APIGatewayHttpResolver()
route = Routes(app)
payers, policies, people = DynamoPayers(), DynamoPolicies(), DynamoPeople()


@route.post("/v1/policies", allows={UNDERWRITING})
def create_policy(call: Call, body: policy_shapes.PolicyShape) -> Answer:
    """Underwriting creates a policy of its payer (R-002, R-1301)."""
    payer = payers.find(call.caller.payer)
    policy = body.policy(ids.mint("pol", payer.slug, clock.randomness()), payer.slug)
    policy.must_be_in(payer.currency)
    answer = Answer(201, {"policyId": policy.policy_id, "number": policy.number, "product": policy.product})
    policies.add(policy, call.receipt(answer))
    return answer


@route.get("/v1/policies/<policy_id>", allows={UNDERWRITING, EMPLOYER})
def read_policy(call: Call, policy_id: str) -> Answer:
    """A policy as created."""
    return Answer(200, to_item(policies.visible(policy_id, call.caller)))


@route.post("/v1/policies/<policy_id>/insured", allows={UNDERWRITING, EMPLOYER})
def enrol(call: Call, body: insured_shapes.EnrolmentShape, policy_id: str) -> Answer:
    """Reports a person as insured, or reports anew what has changed (R-201, R-501, R-1308)."""
    policy = policies.visible(policy_id, call.caller)
    country, number = body.number
    insured = body.insured(pseudonym.person_id(country, number), policy)
    known = people.enrolment(policy.payer, insured.person_id, policy_id)
    answer = Answer(201, {"personId": insured.person_id, "policyId": policy_id})
    reported = insured.enrolled_again(known.insured) if known else insured
    people.enrol(reported, known, number, call.receipt(answer))
    return answer


@route.delete("/v1/policies/<policy_id>/insured/<person_id>", allows={UNDERWRITING, EMPLOYER})
def remove(call: Call, body: insured_shapes.LeavingShape, policy_id: str, person_id: str) -> Answer:
    """Reports that a person leaves the scheme, and on which last day (R-1312)."""
    policy = policies.visible(policy_id, call.caller)
    known = people.enrolment(policy.payer, person_id, policy_id)
    if known is None:
        raise NotFound()
    left = known.insured.leave(body.left_on)
    people.change(left, known)
    return Answer(200, {"personId": person_id, "policyId": policy_id, "leftOn": body.left_on.isoformat()})


handler = route.handler
