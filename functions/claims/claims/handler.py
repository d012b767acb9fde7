"""Claims: report, list and read claims, with what is missing and what was decided.

Trigger: HTTP API.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, MEMBER, QUALITY
from helsebro.claims.claim import STATUSES
from helsebro.claims.shown_claims import ShownClaims
from helsebro.deadlines.first_answer import shown_first_answer
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClaimId
from helsebro_aws.claims.claim_list import page_of
from helsebro_aws.claims.claimants import Claimants
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.deadlines.shown.claim_deadlines import ClaimDeadlines
from helsebro_aws.deadlines.shown.claim_names import with_names
from helsebro_aws.deadlines.shown.claim_view import claim_shown, listed_claim
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from helsebro.claims.claim import Claim
    from helsebro.ids import DraftId
    from helsebro_aws.claims import claim_body
    from helsebro_aws.dynamodb.tables import Item, Operation

app = APIGatewayHttpResolver()
route = Routes(app)
claims = DynamoClaims()
claimants, payers, cases = Claimants(), DynamoPayers(), ClaimDeadlines()


@route.post(
    "/v1/claims",
    allows={MEMBER, CASEWORKER},
    body="claims.claim_body.ClaimReportSent",
    body_shape="claims.claim_report_shape.ReportShape",
    returns="answers.ReportedClaimAnswer",
    refuses={404: "not-found", 409: "draft-sent", 422: "not-insured"},
)
def create_claim(call: Call, body: claim_body.ClaimReportSent) -> HttpAnswer:
    """Reports a claim: a member's own, a child's under 15, by mandate, or by phone (F4-05).

    Every fault is returned at once. `unknown` says that the member does not know a fact that has an
    `unknownLabel` in the first form. With nothing but a `draftId` it reports what that draft says, and with a
    report beside it, that report; either way the draft is erased. Words of a member that suggest an acute
    need are answered with whom to call (`safety`), and the staff get a task and a mail at once.
    """
    from helsebro_aws.claims.reports.judged_report import judged

    if body.draft_id is None:
        return _stored(call, judged(body.read(), call.caller, claimants).claim(claimants))
    return _sent_from_draft(call, body, body.draft_id)


def _sent_from_draft(call: Call, body: claim_body.ClaimReportSent, draft_id: DraftId) -> HttpAnswer:
    # Here, so that a report without a draft loads no code of drafts.
    from helsebro_aws.claims.drafts.dynamo_drafts import DraftMoved
    from helsebro_aws.claims.drafts.sent_draft import drafts, sent_draft
    from helsebro_aws.claims.reports.judged_report import judged
    from helsebro_aws.dynamodb.retry import retry_on_conflict

    def report() -> HttpAnswer:
        read, draft = sent_draft(body, draft_id, call.caller, claimants)
        claim = judged(read, call.caller, claimants).claim(claimants)
        return _stored(call, claim, [drafts.sent(draft, claim.claim_id, claim.reported_at)])

    # Whoever reports it at the same time is answered as one who comes later.
    return retry_on_conflict(report, DraftMoved)


def _stored(call: Call, claim: Claim, erased: Sequence[Operation] = ()) -> HttpAnswer:
    from helsebro_aws.claims.urgent.calling_staff import calling_staff
    from helsebro_aws.claims.urgent.safety_view import claim_safety

    safety = claim_safety(claim, call.language)
    created = {"claimId": claim.claim_id, "status": claim.status, "missing": list(claim.missing), **safety}
    answer = versioned(201, created, claim.version)
    acts = _reported(claim, call) if claim.reported_by == "holder" else ()
    called, told = calling_staff(
        claim.claim_id, claim.payer, claim.reported_by, claim.reported_at, claim.description
    )
    claims.report(claim, call.receipt(answer, acts), [*erased, *called], told)
    return answer


@route.get(
    "/v1/claims",
    allows={MEMBER, CASEWORKER},
    queries=("personId", "status", "limit", "cursor"),
    returns="Page[deadlines.shown.claim_answer.ClaimAnswer]",
    refuses={404: "not-found"},
)
def list_claims(call: Call) -> HttpAnswer:
    """Lists a person's claims, newest first at each payer (F4-44); without a person, staff see all.

    A page may hold fewer than `limit` and still have a next one.
    """
    at, status = clock.now(), call.query("status")
    if status and status not in STATUSES:
        raise BadInput([Fault("/status", "unknown-status", ", ".join(STATUSES))], malformed=True)
    person_id, at_payers = claimants.listed(call.caller, call.person_id())
    asked = ShownClaims(call.caller, at, status or None)
    found, cursor = page_of(claims, at_payers, person_id, asked, call.limit(), call.cursor())
    steps = NextStepsShown(payers, call.language)
    items = [
        listed_claim(claim, shown_first_answer(claim, at), steps, call.caller.person_id) for claim in found
    ]
    return HttpAnswer(200, {"items": with_names(found, items, call.caller), "nextCursor": cursor})


@route.get(
    "/v1/claims/<claim_id>",
    allows={MEMBER, CASEWORKER, QUALITY},
    returns="deadlines.shown.claim_answer.ClaimAnswer",
)
def read_claim(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Returns a claim with what is missing, its deadlines, and the decision once it is made."""
    claim, deadlines = cases.visible(claim_id, call.caller)
    shown = claim_shown(claim, deadlines, NextStepsShown(payers, call.language), call.caller.person_id)
    [named] = with_names([claim], [shown], call.caller)
    return versioned(200, named, claim.version)


@route.get(
    "/v1/claims/<claim_id>/guidance",
    allows={MEMBER, CASEWORKER},
    returns="claims.guidance.guidance_answer.ClaimGuidanceAnswer",
)
def read_guidance(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Returns what a claim lacks, and how to get the papers (F4-35 to F4-38).

    We cannot fetch them: they are in the health portal of the country where the person lives. That shows a
    child's papers to no parent, or not all, so the parent asks the doctor for them.
    """
    from helsebro_aws.claims.guidance.guidance_view import guidance_shown

    claim = claims.visible(claim_id, call.caller)
    post_to = payers.find(claim.payer).contact.post_to
    shown = guidance_shown(claim, call.caller.person_id, clock.now(), call.language, post_to)
    return HttpAnswer(200, shown)


def _reported(claim: Claim, call: Call) -> tuple[Item, ...]:
    """Returns the report as an act under a mandate in another case of the person; here for cold starts."""
    from helsebro_aws.claims.dynamo_mandates import DynamoMandates
    from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate

    cases = DynamoMandates().claims_of(claim.person_id, call.caller, "act")
    # The cases of the same payer first, as the new one is theirs.
    cases = sorted(cases, key=lambda case: case.payer != claim.payer)
    return acts_under_mandate(cases, call.caller, "report", claim.claim_id, claim.reported_at)


handler = route.handler
