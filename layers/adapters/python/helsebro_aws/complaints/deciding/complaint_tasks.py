"""Shows the complaints of a list of tasks, each with its denial and the steps before.

A page of tasks takes three batches of reads: the complaints, their claims, and the complaints before them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from helsebro.claims.claim import Claim
from helsebro.complaints.complain import id_of
from helsebro.complaints.complaint import STEPS, Complaint
from helsebro.ids import ClaimId, ComplaintId
from helsebro.tasks.subject import ComplaintReview
from helsebro.tasks.task import Task
from helsebro_aws.claims.dynamo_claims import claim_in
from helsebro_aws.claims.keys import claim_key
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from helsebro_aws.complaints.shapes.complaint_view import complaints_shown
from helsebro_aws.decisions.trail_view import determination_shown
from helsebro_aws.dynamodb.tables import tables

if TYPE_CHECKING:
    from helsebro.tasks.determination import Determination
    from helsebro_aws.complaints.deciding.task_complaint_answer import TaskComplaintAnswer


def show_complaints(found: Sequence[Task], items: Sequence[dict[str, Any]], language: str) -> None:
    """Adds to each task about a complaint what its decision needs, as staff read it."""
    about = {task.task_id: task.subject for task in found if isinstance(task.subject, ComplaintReview)}
    made = DynamoComplaints().many([subject.complaint_id for subject in about.values()])
    claims = _claims({subject.claim_id for subject in about.values()})
    before = DynamoComplaints().many([one for each in made.values() for one in _before(each)])
    for task, item in zip(found, items, strict=True):
        subject = about.get(task.task_id)
        if subject and subject.complaint_id in made and subject.claim_id in claims:
            complaint = made[subject.complaint_id]
            earlier = [before[one] for one in _before(complaint) if one in before]
            item["complaint"] = _shown(complaint, earlier, claims[subject.claim_id], language)


def _before(complaint: Complaint) -> list[ComplaintId]:
    """Returns the ids of the complaints at the steps before."""
    steps = STEPS[: STEPS.index(complaint.step)]
    return [id_of(complaint.claim_id, complaint.denied_at, step) for step in steps]


def _claims(claim_ids: set[ClaimId]) -> Mapping[ClaimId, Claim]:
    keys = [claim_key(claim_id) for claim_id in sorted(claim_ids)]
    found = map(claim_in, tables.get_many(tables.settings.cases_table, keys))
    return {claim.claim_id: claim for claim in found}


def _shown(
    complaint: Complaint, earlier: Sequence[Complaint], claim: Claim, language: str
) -> TaskComplaintAnswer:
    denial, path = _denial(complaint, claim), f"/v1/claims/{claim.claim_id}"
    shown, *others = complaints_shown([complaint, *earlier], claim, language, "staff")
    return {
        "made": shown,
        "earlier": others,
        "denial": determination_shown(denial, claim.product, language, "staff") if denial else None,
        "links": {
            "claim": path,
            "explanation": f"{path}/explanation",
            "documents": f"{path}/documents",
            "messages": f"{path}/messages",
            "complaints": f"{path}/complaints",
        },
    }


def _denial(complaint: Complaint, claim: Claim) -> Determination | None:
    made = (claim.decision, *claim.earlier_decisions)
    return next((each for each in made if each and each.decided_at == complaint.denied_at), None)
