"""Complaints: members object to a denial, step by step, and read what was answered.

Trigger: HTTP API.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helsebro.caller import CASEWORKER, MEMBER, QUALITY
from helsebro.claims.claim import ClaimChanged
from helsebro.claims.explained.reader import reader_of_claim
from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.resolver import APIGatewayHttpResolver
from helsebro_aws.http.routes import Routes
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_payers import DynamoPayers

if TYPE_CHECKING:
    from helsebro.complaints.complain import ComplaintRequest
    from helsebro.complaints.complaint import Complaint

app = APIGatewayHttpResolver()
route = Routes(app)
claims, complaints, payers = DynamoClaims(), DynamoComplaints(), DynamoPayers()
OF_A_CLAIM = "/v1/claims/<claim_id>/complaints"


@route.post(
    OF_A_CLAIM,
    allows={MEMBER, CASEWORKER},
    answers=202,
    body_shape="complaints.shapes.complaint_body.NewComplaintShape",
    returns="complaints.shapes.complaint_answer.MadeComplaintAnswer",
    refuses={
        403: "mandate-to-contact-only",
        409: "complaint-step-order nothing-to-complain-about",
        422: "complaint-too-late",
    },
)
def make_complaint(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Complains about the denial of a claim (F3-21).

    First to the `department` that decided, then to `quality`, last to the `board` outside the insurer: each
    step once, and when the one before is answered or was not answered in time. A new denial begins the steps
    anew. `nextSteps` of the claim have the next step and its last day. The board decides by itself: our form
    for it is filled in already (`board-form`). Staff send what a member writes in a letter; `sentBy` says so.
    """
    # Here, because the other route has no body.
    from helsebro.claims.facts.fact_statement import role_of
    from helsebro_aws.complaints.shapes.complaint_body import NewComplaintShape
    from helsebro_aws.documents.accepted import paper_faults
    from helsebro_aws.dynamodb.retry import retry_on_conflict

    claim, at = claims.find(claim_id), clock.now()
    claim.must_be_acted_on_by(call.caller, at)
    body = call.read(NewComplaintShape, lambda sent: paper_faults(claim_id, sent))
    request = replace(body.request(), sent_by=role_of(call.caller, claim, at))
    return retry_on_conflict(lambda: _made(call, claim_id, request), ClaimChanged)


@route.get(
    OF_A_CLAIM,
    allows={MEMBER, CASEWORKER, QUALITY},
    returns="Page[complaints.shapes.complaint_answer.ComplaintAnswer]",
)
def list_complaints(call: Call, claim_id: ClaimId) -> HttpAnswer:
    """Lists the complaints of a case with their answers, oldest first; all are on one page."""
    from helsebro_aws.complaints.shapes.complaint_view import complaints_shown

    claim = claims.visible(claim_id, call.caller)
    reader = reader_of_claim(claim, call.caller.person_id, clock.now())
    items = complaints_shown(complaints.of_claim(claim.claim_id), claim, call.language, reader)
    return HttpAnswer(200, {"items": items, "nextCursor": None})


def _made(call: Call, claim_id: ClaimId, request: ComplaintRequest) -> HttpAnswer:
    from helsebro.complaints.complain import complain
    from helsebro.work_calendar import WorkCalendar
    from helsebro_aws.claims.mandated.mandate_acts import acts_under_mandate
    from helsebro_aws.claims.urgent.calling_staff import calling_staff
    from helsebro_aws.documents.accepted import accepted_paper

    claim, at = claims.find(claim_id), clock.now()
    calendar = WorkCalendar(claim.country, payers.find(claim.payer).calendars)
    after, made = complain(claim, complaints.of_claim(claim_id), request, calendar, at)
    answer = _answer(made, call.language, claim.country)
    acts = acts_under_mandate([claim], call.caller, "complaint", made.complaint_id, at)
    called = calling_staff(claim_id, claim.payer, made.sent_by, at, made.text)
    complaints.make(claim, after, made, accepted_paper, call.receipt(answer, acts), called)
    return answer


def _answer(made: Complaint, language: str, country: str) -> HttpAnswer:
    from helsebro_aws.claims.urgent.safety_view import words_safety

    shown = {"complaintId": made.complaint_id, "step": made.step, "status": made.status}
    due = {"dueAt": to_item(made.due_at)} if made.due_at else {}
    return HttpAnswer(202, {**shown, **due, **words_safety(country, language, made.text)})


handler = route.handler
