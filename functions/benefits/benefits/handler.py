"""Benefits: what a policy grants, what is used and left of it, and when each waiting period ends.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.benefits.overview import overview
from helsebro.caller import MEMBER
from helsebro.coverage.benefits.cover_period import period
from helsebro.local_day import local_day
from helsebro_aws.benefits.benefits_view import policy_shown
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.claims.representation import Representation
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock

if TYPE_CHECKING:
    from helsebro_aws.benefits.benefits_answer import BenefitsAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
representation, benefits = Representation(), DynamoBenefits()


@route.get(
    "/v1/me/benefits",
    allows={MEMBER},
    queries=("personId",),
    returns="benefits.benefits_answer.BenefitsAnswer",
    refuses={404: "not-found"},
)
def read_benefits(call: Call) -> HttpAnswer:
    """Returns what is reserved, used and left of a person's benefits.

    Each policy has its period, every benefit with its window, and every waiting period. A member reads their
    own benefits or a child's. A holder of a mandate reads only the benefits that the mandate's cases are
    about.
    """
    person_id = call.person_id() or call.caller.person_id
    sight = representation.sight(call.caller, person_id, "contact")
    payers = {place.payer for place, _ in sight.covered}
    ledgers = {payer: benefits.ledger(payer, person_id) for payer in sorted(payers)}
    policies = []
    for place, cover in sight.covered:
        today = local_day(clock.now(), place.country)
        lines = overview(cover, ledgers[place.payer], today, sight.cases)
        policies.append(policy_shown(place, cover, period(cover, today), lines, call.language))
    shown: BenefitsAnswer = {"personId": person_id, "policies": policies}
    return HttpAnswer(200, shown)


handler = route.handler
