"""Notices about a policy: cancellation, new prices, conditions and fees, each held against the terms.

Trigger: HTTP API.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from helsebro import ids
from helsebro.caller import EMPLOYER, UNDERWRITING, Caller
from helsebro.coverage.terms.product import product
from helsebro.errors import BadInput, Fault, NotAllowed, NotFound
from helsebro.local_day import local_day
from helsebro.notices.notice import SENT_BY, Kind, Notice
from helsebro.notices.rules import Known, ReportedClaim, must_stand, refuse_by
from helsebro.policies.policy import Policy
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import Answer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notices.dynamo_notices import DynamoNotices
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_policies import DynamoPolicies

if TYPE_CHECKING:
    from helsebro_aws.notices import notice_body

app = APIGatewayHttpResolver()
route = Routes(app)
policies, notices, claims = DynamoPolicies(), DynamoNotices(), DynamoClaims()

UNTOLD = ("payer", "policyId", "about")
OF_A_CLAIM = ("claimId", "settledOn")
"""Whose claim a notice rests on is nothing the employer learns."""


@route.post(
    "/v1/policies/<policy_id>/notices",
    allows={UNDERWRITING, EMPLOYER},
    body="notices.notice_body.NoticeShape",
)
def send_notice(call: Call, body: notice_body.NoticeShape, policy_id: str) -> Answer:
    """Takes in a notice that keeps every rule, and what it makes of the policy (R-1403–R-1412)."""
    policy, today = policies.visible(policy_id, call.caller), _today(call)
    earlier = notices.all_of(policy)
    about = _about(earlier, body.notice_id)
    notice_id = ids.in_time_order("ntc", clock.now(), clock.randomness())
    notice = body.notice(policy, notice_id, _side(call.caller, body.kind), about)
    _must_be_own(call.caller, notice, today)
    terms = product(policy.on(notice.sent_on).product)
    claim = _claim(policy, notice.claim_id)
    must_stand(notice, Known(policy, terms, today, earlier, claim, about))
    answer = Answer(201, _shown(notice, policy, call))
    notices.take(notice, policy, call.receipt(answer))
    return answer


@route.get("/v1/policies/<policy_id>/notices", allows={UNDERWRITING, EMPLOYER}, queries=("limit", "cursor"))
def list_notices(call: Call, policy_id: str) -> Answer:
    """A policy's notices as they came in, each with where it stands and the last day to refuse it."""
    policy = policies.visible(policy_id, call.caller)
    found, cursor = notices.page(policy, call.limit(), call.query("cursor"))
    return Answer(200, {"items": [_shown(one, policy, call) for one in found], "nextCursor": cursor})


def _about(earlier: list[Notice], notice_id: str | None) -> Notice | None:
    if notice_id is None:
        return None
    known = next((one for one in earlier if one.notice_id == notice_id), None)
    if known is None:
        raise BadInput([Fault("/noticeId", "notice-unknown", "")])
    return known


def _side(caller: Caller, kind: Kind) -> Any:
    return SENT_BY[kind][0] if caller.payer else "policyholder"


def _must_be_own(caller: Caller, notice: Notice, today: date) -> None:
    """An employer sends its own notices, today; what it sent on paper its payer's underwriting takes in."""
    if caller.payer:
        return
    if notice.by != "policyholder" or notice.by not in SENT_BY[notice.kind] or notice.kind == "agreed":
        raise NotAllowed("notice-of-the-other-party")
    if notice.sent_on != today:
        raise BadInput([Fault("/sentOn", "sent-today", today.isoformat())])


def _claim(policy: Policy, claim_id: str | None) -> ReportedClaim | None:
    """The claim a notice rests on; None for one unknown or of another policy, which are not told apart."""
    if not claim_id:
        return None
    try:
        claim = claims.find(claim_id)
    except NotFound:
        return None
    return ReportedClaim.of(claim) if claim.policy_id == policy.policy_id else None


def _shown(notice: Notice, policy: Policy, call: Call) -> dict[str, Any]:
    last = refuse_by(notice, product(policy.on(notice.sent_on).product))
    told: dict[str, Any] = to_item(notice)
    hidden = UNTOLD if call.caller.payer else (*UNTOLD, *OF_A_CLAIM)
    return {
        **{name: value for name, value in told.items() if name not in hidden},
        **({"percent": float(notice.percent)} if notice.percent is not None else {}),
        **({"answers": notice.about} if notice.about else {}),
        "state": notice.state(last, _today(call)),
        "refuseBy": to_item(last),
    }


def _today(call: Call) -> date:
    return local_day(clock.now(), call.caller.country)


handler = route.handler
