"""Coverage: what a policy would answer before a claim is reported; reads, changes nothing.

Trigger: HTTP API.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from helsebro.caller import MEMBER, PAYER_ROLES, Caller
from helsebro.claims.explained.held_answer import held_answer
from helsebro.claims.first_report import hangs_on_report, with_first_report
from helsebro.claims.sight import Sight
from helsebro.complaints import next_steps
from helsebro.coverage.choice import HistoryOf, no_history
from helsebro.coverage.decision import Decision
from helsebro.coverage.question import question_json
from helsebro.coverage.question.question import Question
from helsebro.coverage.simulation import Simulation, simulate
from helsebro.coverage.texts.shown_answer import shown_answer
from helsebro.ids import PersonId
from helsebro.local_day import local_day
from helsebro_aws.benefits.known_history import history_of
from helsebro_aws.claims.representation import Representation
from helsebro_aws.claims.urgent.safety_view import report_safety
from helsebro_aws.complaints.steps_said_to import steps_said_to
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from functions.coverage.coverage.answers import SimulatedCoverageAnswer

    from helsebro.coverage.texts.person_of_address import PersonOfAddress
    from helsebro_aws.complaints.next_step_answer import NextStepAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
representation, payers = Representation(), DynamoPayers()
MOST_CLAIMS = 100
"""How many of a person's claims at a payer, the newest first, are searched for an earlier report."""


@route.post(
    "/v1/coverage/simulate",
    allows={MEMBER, *PAYER_ROLES},
    keyed=False,
    answers=200,
    body_shape="coverage.question_shape.SimulationShape",
    returns="answers.SimulatedCoverageAnswer",
    refuses={404: "not-found"},
)
def simulate_coverage(call: Call) -> HttpAnswer:
    """Answers clause by clause what is covered, before anything is reported.

    It reads and changes nothing. A member asks for themselves, for a child under 15 or by mandate; staff ask
    for a person of their payer. When the payer does not insure the person, the answer says so (R-201), as it
    does for a treatment before the first day of the policy (R-501).
    """
    question = question_json.read(call.json())
    on = question.treatment.starts_on or question.as_of
    person_id = PersonId(question.person_id) if question.person_id else None
    sight = representation.sight(call.caller, person_id, "contact", on)
    today = local_day(clock.now(), _country(sight, call.caller))
    covers = [cover for _, cover in sight.covered]
    question = _with_report(question, sight)
    simulation = simulate(question, covers, today, _history_of(sight, question, today))
    safety = report_safety(question, _country(sight, call.caller), call.language)
    return HttpAnswer(200, {**_shown(simulation, sight, call), **safety})


def _country(sight: Sight, caller: Caller) -> str:
    return sight.covered[0][0].country if sight.covered else caller.country


def _history_of(sight: Sight, question: Question, today: date) -> HistoryOf:
    """Returns the history from the person's ledgers, or none when the caller may not see such treatments."""
    shows = sight.shows(question.treatment.type)
    return history_of(question, sight.covered, today) if shows else no_history


def _with_report(question: Question, sight: Sight) -> Question:
    """Returns the question with the day on which the person's own claims first reported it (R-003).

    Only a treatment after the end of cover needs it, and only callers who may see every treatment.
    """
    if sight.cases is not None or not hangs_on_report(question, [cover for _, cover in sight.covered]):
        return question
    from helsebro_aws.claims.dynamo_claims import DynamoClaims

    claims, persons = DynamoClaims(), {(place.payer, place.person_id) for place, _ in sight.covered}
    known = (claim for person in sorted(persons) for claim in claims.page(*person, MOST_CLAIMS, None)[0])
    return with_first_report(question, known)


def _reader(sight: Sight, call: Call) -> PersonOfAddress:
    """Returns who reads the answer: staff, the holder of a mandate, a guardian, or the person."""
    if call.caller.payer:
        return "staff"
    if sight.cases is not None:
        return "holder"
    is_own = all(place.person_id == call.caller.person_id for place, _ in sight.covered)
    return "self" if is_own else "other"


def _shown(simulation: Simulation, sight: Sight, call: Call) -> SimulatedCoverageAnswer:
    decision, reader = simulation.decision, _reader(sight, call)
    shown = {
        **shown_answer(held_answer(decision.answer(), reader), call.language, reader),
        "alternatives": [alternative.to_json() for alternative in simulation.alternatives],
        "nextSteps": _next_steps(decision, sight, call, reader),
    }
    return cast("SimulatedCoverageAnswer", shown)


def _next_steps(
    decision: Decision, sight: Sight, call: Call, reader: PersonOfAddress
) -> list[NextStepAnswer]:
    """Returns the next steps after "not covered" (F4-26, F4-27), with the contact of the deciding payer."""
    if decision.outcome != "not-covered":
        return []
    places = (place for place, _ in sight.covered if place.policy_number == decision.policy_number)
    slug = next((place.payer for place in places), None)
    payer = payers.find(slug) if slug else None
    country = payer.country if payer else _country(sight, call.caller)
    contact = to_item(payer.contact) if payer else None
    steps = next_steps.of_answer(held_answer(decision.answer(), reader), country, contact)
    shown = cast("list[NextStepAnswer]", next_steps.to_json(steps, call.language))
    return steps_said_to(reader, shown, call.language)


handler = route.handler
