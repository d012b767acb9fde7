"""Notices about a policy: cancellation, new prices, conditions and fees, each checked against the terms.

Trigger: HTTP API.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from helsebro import ids
from helsebro.caller import EMPLOYER, UNDERWRITING
from helsebro.coverage.terms.product import product
from helsebro.errors import NotFound
from helsebro.ids import ClaimId, PolicyId
from helsebro.local_day import local_day
from helsebro.notices.notice import Notice
from helsebro.notices.rules import Known, ReportedClaim, must_stand
from helsebro.notices.sender import answered, must_be_own, party_of
from helsebro.policies.index_table import IndexYear
from helsebro.policies.policy import Policy
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.notices.dynamo_notices import DynamoNotices
from helsebro_aws.notices.notice_view import shown
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_indexes import DynamoIndexes, year_in
from helsebro_aws.policies.dynamo_policies import DynamoPolicies

if TYPE_CHECKING:
    from helsebro_aws.notices import notice_body

app = APIGatewayHttpResolver()
route = Routes(app)
policies, notices, claims, indexes = DynamoPolicies(), DynamoNotices(), DynamoClaims(), DynamoIndexes()


@route.post(
    "/v1/policies/<policy_id>/notices",
    allows={UNDERWRITING, EMPLOYER},
    body="notices.notice_body.NewNoticeShape",
    fresh=True,
    returns="notices.notice_answer.NoticeAnswer",
    refuses={403: "notice-of-the-other-party", 422: "notice-not-valid"},
)
def send_notice(call: Call, body: notice_body.NewNoticeShape, policy_id: PolicyId) -> HttpAnswer:
    """Stores a notice and changes the policy by it (R-1403–R-1412).

    A notice that breaks a rule of the terms is refused: ``breaches`` in the problem lists every broken rule
    with its clause. Underwriting also stores notices that came on paper; an employer sends only its own.
    """
    policy, today = policies.visible(policy_id, call.caller), _today(call)
    earlier = notices.all_of(policy)
    about = answered(earlier, body.notice_id)
    notice_id = ids.in_time_order("ntc", clock.now(), clock.randomness())
    notice = body.notice(policy, notice_id, party_of(call.caller, body.kind), about)
    must_be_own(call.caller, notice, today)
    terms = product(policy.on(notice.sent_on).product)
    claim = _claim(policy, notice.claim_id)
    index = _index(notice)
    must_stand(notice, Known(policy, terms, today, earlier, claim, about, index))
    notice = replace(notice, index_version=index.version) if index else notice
    answer = HttpAnswer(201, shown(notice, policy, call.caller, today))
    notices.take(notice, policy, call.receipt(answer))
    return answer


@route.get(
    "/v1/policies/<policy_id>/notices",
    allows={UNDERWRITING, EMPLOYER},
    queries=("limit", "cursor"),
    returns="Page[notices.notice_answer.NoticeAnswer]",
)
def list_notices(call: Call, policy_id: PolicyId) -> HttpAnswer:
    """Lists the notices about a policy, first received first.

    Each has its state today and the last day to refuse it.
    """
    policy = policies.visible(policy_id, call.caller)
    found, cursor = notices.page(policy, call.limit(), call.cursor())
    items = [shown(notice, policy, call.caller, _today(call)) for notice in found]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


def _claim(policy: Policy, claim_id: ClaimId | None) -> ReportedClaim | None:
    """Returns the claim that a notice is based on; None when it is unknown or of another policy."""
    if not claim_id:
        return None
    try:
        claim = claims.find(claim_id)
    except NotFound:
        return None
    return ReportedClaim.of(claim) if claim.policy_id == policy.policy_id else None


def _index(notice: Notice) -> IndexYear | None:
    """Returns the payer's index of the year in which a price follows it; None for any other notice."""
    if notice.basis != "index":
        return None
    row = indexes.year(notice.payer, notice.effective_on.year)
    return year_in(row) if row else None


def _today(call: Call) -> date:
    return local_day(clock.now(), call.caller.country)


handler = route.handler
