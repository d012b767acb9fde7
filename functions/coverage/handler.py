"""Coverage: what a policy would answer, before anything is claimed; reads, changes nothing.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import MEMBER, PAYER_ROLES
from helsebro.coverage import Question
from helsebro.local_day import local_day
from helsebro.simulation import simulate
from helsebro_aws import clock
from helsebro_aws.http import Answer, Call, Routes
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.representation import Representation

app = APIGatewayHttpResolver()
route = Routes(app)
representation = Representation()


@route.post("/v1/coverage/simulate", allows={MEMBER, *PAYER_ROLES}, keyed=False, answers=200)
def simulate_cover(call: Call) -> Answer:
    """Decides a question of cover clause by clause, for oneself, a child under 15, by mandate or by staff.

    Whom a payer's staff ask for and the payer does not insure gets a decision that says so (R-201).
    """
    question = Question.from_json(call.json())
    covered = representation.covered(call.caller, question.person_id, "contact", question.as_of)
    country = covered[0][0].country if covered else call.caller.country
    decision = simulate(question, [cover for _, cover in covered], local_day(clock.now(), country))
    return Answer(200, decision.to_json(call.language))


handler = route.handler
