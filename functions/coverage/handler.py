"""Coverage: what a policy would answer, before anything is claimed; reads, changes nothing.

Trigger: HTTP API.
"""

from __future__ import annotations

from helsebro.caller import MEMBER, PAYER_ROLES, Caller
from helsebro.coverage import Cover, Question
from helsebro.coverage_choice import best_decision
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.family import access
from helsebro.local_day import local_day
from helsebro_aws import clock
from helsebro_aws.dynamo_people import DynamoPeople
from helsebro_aws.http import Answer, Call, Routes
from helsebro_aws.http.resolver import APIGatewayHttpResolver

app = APIGatewayHttpResolver()
route = Routes(app)
people = DynamoPeople()


@route.post("/v1/coverage/simulate", allows={MEMBER, *PAYER_ROLES}, keyed=False, answers=200)
def simulate(call: Call) -> Answer:
    """Decides a question of cover clause by clause, for oneself, a child under 15 or a payer's insured."""
    question = Question.from_json(call.json())
    covers = _covers(call.caller, question.person_id)
    decision = best_decision(question, covers, local_day(clock.now(), call.caller.country))
    return Answer(200, decision.to_json(call.language))


def _covers(caller: Caller, person_id: str | None) -> list[Cover]:
    if caller.is_staff:
        if person_id is None:
            raise BadInput([Fault("/personId", "person-missing", "")])
        theirs = people.cover(caller.payer, person_id)
    elif person_id in (None, caller.person_id):
        return [cover for _, cover in people.covered(caller.person_id)]
    else:
        theirs = _of_child(caller, person_id)
    if not theirs:
        raise NotFound()
    return theirs


def _of_child(caller: Caller, person_id: str | None) -> list[Cover]:
    today, family = local_day(clock.now(), caller.country), people.covered_family(caller.person_id)
    return [
        cover for member, cover in family if member.person_id == person_id and access(member, today) == "full"
    ]


handler = route.handler
