"""Kept mandates: a person's mandates over all cases, and what was done under each.

Trigger: HTTP API.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.mandated.mandate_act import MandateAct
from helsebro.claims.mandates import seen_by
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.ids import ClaimId, MandateId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.claims.dynamo_mandates import DynamoMandates
from helsebro_aws.claims.mandated.mandate_acts import DynamoMandateActs
from helsebro_aws.claims.mandated.mandate_lists import MandateLists
from helsebro_aws.claims.mandated.mandate_view import mandates_shown
from helsebro_aws.claims.representation import Representation
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.enrolled.registered_names import RegisteredNames

if TYPE_CHECKING:
    from functions.claims.mandate_records.answers import MandateActAnswer

app = APIGatewayHttpResolver()
route = Routes(app)
claims, mandates, acts = DynamoClaims(), DynamoMandates(), DynamoMandateActs()
lists, representation, names = MandateLists(), Representation(), RegisteredNames()
GIVER, HOLDER = "giver", "holder"


@route.get(
    "/v1/me/mandates",
    allows={MEMBER},
    queries=("role", "personId", "limit", "cursor"),
    returns="Page[claims.mandated.mandate_answer.MandateAnswer]",
    refuses={404: "not-found"},
)
def list_own_mandates(call: Call) -> HttpAnswer:
    """Lists mandates over all cases, newest first (F4-18).

    As the `giver`, which is the default, the caller gets those in the own cases, or in those of a child
    (`personId`), also the ones that were revoked or have lapsed. As the `holder` the caller gets those in
    force that others gave. A page may hold fewer than `limit` and still have a next one.
    """
    at, by, role = clock.now(), call.caller, call.given("role")
    if role not in (None, GIVER, HOLDER):
        raise BadInput([Fault("/role", "unknown-mandate-role", f"{GIVER}, {HOLDER}")], malformed=True)
    if role == HOLDER:
        found, cursor = lists.held(by, at, call.limit(), call.cursor())
    else:
        person_id, _ = representation.payers(by, call.person_id())
        found, cursor = lists.given(person_id, by, at, call.limit(), call.cursor())
    items = mandates_shown(found, by, call.language, names)
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.get(
    "/v1/claims/<claim_id>/mandates/<mandate_id>/acts",
    allows={MEMBER, CASEWORKER},
    queries=("limit", "cursor"),
    returns="Page[answers.MandateActAnswer]",
)
def list_mandate_acts(call: Call, claim_id: ClaimId, mandate_id: MandateId) -> HttpAnswer:
    """Lists what was done under a mandate, newest first, also after it ended (F4-18).

    A holder sees only what was done under a mandate that they hold.
    """
    claim, by = claims.visible(claim_id, call.caller), call.caller
    is_own = bool(by.payer) or claim.is_own(by, clock.now())
    held = {mandate.mandate_id for mandate in seen_by(claim, by, clock.now())}
    if not (mandate_id in held or (is_own and mandates.was_given(claim_id, mandate_id))):
        raise NotFound()
    found, cursor = acts.page(claim_id, mandate_id, call.limit(), call.cursor())
    return HttpAnswer(200, {"items": [_shown(act) for act in found], "nextCursor": cursor})


def _shown(act: MandateAct) -> MandateActAnswer:
    return {"kind": act.kind, "at": instant(act.at), "about": act.about}


handler = route.handler
