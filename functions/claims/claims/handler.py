"""Claims: report, list and read claims, with what is missing and what was decided.

Trigger: HTTP API.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from helsebro.caller import CASEWORKER, MEMBER
from helsebro.claims.claim import STATUSES, Claim
from helsebro.claims.report import NewClaim
from helsebro.deadlines.first_answer import shown_first_answer
from helsebro.deadlines.shown_deadline import ShownDeadline
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from helsebro_aws.claims.claim_list import page_of
from helsebro_aws.claims.claimants import Claimants, fitting, reporter
from helsebro_aws.claims.dynamo_claims import DynamoClaims, question_item
from helsebro_aws.complaints.next_steps_view import NextStepsShown
from helsebro_aws.deadlines.shown.claim_deadlines import ClaimDeadlines
from helsebro_aws.deadlines.shown.clock_titles import title_of
from helsebro_aws.decisions.trail_view import in_language
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer, versioned
from helsebro_aws.http.call import Call
from helsebro_aws.http.problems import texts
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from helsebro_aws.claims import claim_body

app = APIGatewayHttpResolver()
route = Routes(app)
claims = DynamoClaims()
claimants, payers, cases = Claimants(), DynamoPayers(), ClaimDeadlines()


@route.post(
    "/v1/claims",
    allows={MEMBER, CASEWORKER},
    body="claims.claim_body.ClaimReport",
    body_shape="claims.claim_report_shape.NewClaimShape",
    returns="answers.ReportedClaimAnswer",
    refuses={404: "not-found", 422: "not-insured"},
)
def create_claim(call: Call, body: claim_body.ClaimReport) -> HttpAnswer:
    """Reports a claim: a member's own, a child's under 15, by mandate, or by phone (F4-05)."""
    from helsebro.coverage.engine import check_against
    from helsebro.coverage.needed_documents import needed_documents

    at, asked = clock.now(), body.asked
    insured, cover = fitting(claimants.covered(call.caller, body.person_id), asked)
    check_against(asked, cover)
    needed = needed_documents(asked, cover, local_day(at, insured.country))
    new = NewClaim(asked, body.description, reporter(call.caller, insured), needed)
    claim = new.claim(insured, at, clock.randomness())
    created = {"claimId": claim.claim_id, "status": claim.status, "missing": list(claim.missing)}
    answer = versioned(201, created, claim.version)
    claims.report(claim, call.receipt(answer))
    return answer


@route.get(
    "/v1/claims",
    allows={MEMBER, CASEWORKER},
    queries=("personId", "status", "limit", "cursor"),
    returns="Page[answers.ClaimAnswer]",
    refuses={404: "not-found"},
)
def list_claims(call: Call) -> HttpAnswer:
    """Lists a person's claims, newest first at each payer (F4-44); without a person, staff see all."""
    at, status = clock.now(), call.query("status")
    if status and status not in STATUSES:
        raise BadInput([Fault("/status", "unknown-status", ", ".join(STATUSES))], malformed=True)
    person_id, at_payers = claimants.listed(call.caller, call.person_id())

    def shown(claim: Claim) -> bool:
        return claim.may_be_read_by(call.caller, at) and status in (None, claim.status)

    found, cursor = page_of(claims, at_payers, person_id, shown, call.limit(), call.query("cursor"))
    steps = NextStepsShown(payers, call.language)
    items = [_shown(claim, steps, shown_first_answer(claim, at)) for claim in found]
    return HttpAnswer(200, {"items": items, "nextCursor": cursor})


@route.get("/v1/claims/<claim_id>", allows={MEMBER, CASEWORKER}, returns="answers.ClaimAnswer")
def read_claim(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Returns a claim with what is missing, its deadlines, and the decision once it is made."""
    claim, deadlines = cases.visible(claim_id, call.caller)
    steps = NextStepsShown(payers, call.language)
    return versioned(200, _shown(claim, steps, deadlines), claim.version)


def _shown(claim: Claim, steps: NextStepsShown, deadlines: tuple[ShownDeadline, ...]) -> dict[str, Any]:
    asked = {name: part for name, part in question_item(claim.question).items() if name != "evidence"}
    return {
        "claimId": claim.claim_id,
        "personId": claim.person_id,
        "policyNumber": claim.policy_number,
        "product": claim.product,
        "status": claim.status,
        "reportedAt": to_item(claim.reported_at),
        **asked,
        "description": claim.description,
        "missing": list(claim.missing),
        "deadlines": [
            {**to_item(deadline), "title": title_of(deadline.kind, steps.language)} for deadline in deadlines
        ],
        "decision": _decision(claim, steps.language),
        "clarification": _clarification(claim),
        "nextSteps": steps.of_claim(claim),
        "delay": _delay(claim, steps.language),
        "version": claim.version,
    }


def _decision(claim: Claim, language: str) -> dict[str, Any] | None:
    if claim.answered_at is None or claim.decision is None:
        return None
    trail = in_language(claim.decision.trail, lambda: claim.product, claim.country, language)
    shown: dict[str, Any] = to_item(replace(claim.decision, trail=trail))
    return shown


def _delay(claim: Claim, language: str) -> dict[str, str] | None:
    """Returns since when the staff look at what could not be finished automatically."""
    if not claim.delays:
        return None
    return {"since": to_item(claim.delays[0].since), "text": texts()["workflow-failed"][language][1]}


def _clarification(claim: Claim) -> dict[str, Any] | None:
    asked = claim.clarification
    return {"question": asked.question, "decidedAt": to_item(asked.decided_at)} if asked else None


handler = route.handler
