"""Builders of denied claims and complaints about them."""

from __future__ import annotations

from typing import Any

from helsebro.ids import ClaimId, ComplaintId, TaskId
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from tests.builders.calls import Answered, ask, event, member, staff
from tests.builders.claims import claim_of, consent
from tests.builders.decisions import CHIROPRACTIC, claim_in_review, decide, task_of
from tests.builders.events.messages import event_of
from tests.builders.people.families import MOTHER, TwoEmployers
from tests.builders.policies import ANNA

DENIAL = {"decision": "deny", "clause": "6.1", "reason": "Skaden er opstået på arbejdet (punkt 6.1)"}
FIRST = staff("caseworker", sub="s-first", email="first@example.org")
"""Who denied the claim."""


def denied_claim(by: dict[str, Any] | None = None, **changes: Any) -> ClaimId:
    """A claim of Anna's that a caseworker has denied."""
    claim_id = claim_in_review(**changes)
    assert decide(task_of(claim_id), DENIAL, by=by or FIRST).status == 200
    return claim_id


def denied_claim_of_child() -> ClaimId:
    """A claim of a child, for whom its mother acts, that a caseworker has denied."""
    case, mother = TwoEmployers(), member(MOTHER)
    claim_id = claim_of(mother, treatment=CHIROPRACTIC, personId=case.child)
    assert consent(claim_id, by=mother).status == 200
    assert decide(task_of(claim_id), DENIAL, by=FIRST).status == 200
    return claim_id


def complaint_body(step: str = "department", **changes: Any) -> dict[str, Any]:
    """The body of a complaint."""
    return {"step": step, "text": "Skaden skete i min fritid", **changes}


def complain(
    claim_id: str,
    step: str = "department",
    by: dict[str, Any] | None = None,
    key: str = "",
    language: str = "da",
    **changes: Any,
) -> Answered:
    """The answer to a complaint."""
    from functions.complaints.complaints.handler import handler

    path, headers = f"/v1/claims/{claim_id}/complaints", {"accept-language": language}
    body = complaint_body(step, **changes)
    return ask(handler, event("POST", path, by=by or member(ANNA), body=body, key=key, headers=headers))


def complaint_of(claim_id: str, step: str = "department", **changes: Any) -> ComplaintId:
    """The id of a new complaint."""
    answer = complain(claim_id, step, **changes)
    assert answer.status == 202, answer.body
    return ComplaintId(answer.body["complaintId"])


def complaints_of(claim_id: str, by: dict[str, Any] | None = None, language: str = "da") -> Answered:
    """The complaints of a claim as a caller reads them."""
    from functions.complaints.complaints.handler import handler

    path, headers = f"/v1/claims/{claim_id}/complaints", {"accept-language": language}
    return ask(handler, event("GET", path, by=by or member(ANNA), headers=headers))


def complaint_task_of(complaint_id: str, token: str = "token-c") -> TaskId:
    """Runs the workflow's step that opens the task of a complaint and returns the task's id."""
    from functions.decisions.ask_staff.handler import handler

    made = DynamoComplaints().find(ComplaintId(complaint_id))
    return TaskId(handler({**event_of("complaint.made", **made.named()), "taskToken": token}, None)["taskId"])


UPHELD = {"decision": "deny", "clause": "6.1", "reason": "Papirerne viser, at skaden skete på arbejdet"}
SECOND = staff("caseworker", sub="s-second", email="second@example.org")
THIRD = staff("quality", sub="s-third", email="third@example.org")
FOURTH = staff("quality", sub="s-fourth", email="fourth@example.org")


def upheld(claim_id: str, step: str = "department", by: dict[str, Any] | None = None) -> ComplaintId:
    """The id of a complaint at a step that was answered with no."""
    complaint_id = complaint_of(claim_id, step)
    answered = decide(complaint_task_of(complaint_id), UPHELD, by=by or SECOND)
    assert answered.status == 200, answered.body
    return complaint_id
