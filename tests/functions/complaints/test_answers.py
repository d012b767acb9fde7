"""Complaints are answered by another person: the denial stands, or the case is decided anew."""

from __future__ import annotations

from typing import Any, cast

import pytest

from helsebro.benefits.ledger import Ledger
from helsebro.claims.reconsidering.reopening import reopened
from helsebro.ids import ClaimId
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from helsebro_aws.deadlines.review_due import ReviewDue
from helsebro_aws.decisions.resumption import WorkflowResumption
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.tasks.reviews import REVIEWS
from tests.builders.calls import Answered, ask, event, staff
from tests.builders.claims import outbox_rows, read
from tests.builders.decisions import (
    Waiting,
    approval,
    asked,
    claim_in_review,
    decide,
    insured_anna,
    task_of,
    tasks_in,
)
from tests.builders.events.messages import event_of
from tests.builders.extensions import WITHOUT_SEAL
from tests.builders.objections.complaints import (
    FIRST,
    FOURTH,
    SECOND,
    THIRD,
    UPHELD,
    complain,
    complaint_of,
    complaint_task_of,
    complaints_of,
    denied_claim,
    upheld,
)

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def denied(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    return denied_claim()


def ledger_of(claim_id: ClaimId) -> Ledger:
    claim = DynamoClaims().find(claim_id)
    return DynamoBenefits().ledger(claim.payer, claim.person_id)


def test_the_task_shows_the_whole_case(denied: ClaimId) -> None:
    upheld(denied)
    complaint_id = complaint_of(denied, "quality", text="I har ikke læst lægens brev")
    complaint_task_of(complaint_id)
    [task] = tasks_in("complaints", THIRD).body["items"]
    assert (
        task["subject"].items() >= {"claimId": denied, "complaintId": complaint_id, "step": "quality"}.items()
    )
    assert task["proposal"]["outcome"] == "refer" or task["proposal"]["trail"]
    shown = task["complaint"]
    assert (shown["made"]["text"], shown["made"]["status"]) == ("I har ikke læst lægens brev", "in-review")
    assert [earlier["answer"]["reason"] for earlier in shown["earlier"]] == [UPHELD["reason"]]
    assert shown["denial"]["decidedAt"] == read(denied).body["decision"]["decidedAt"]
    assert shown["links"]["messages"] == f"/v1/claims/{denied}/messages"
    assert task["dueAt"] == shown["made"]["dueAt"]


def test_quality_reads_what_the_links_of_its_task_lead_to(denied: ClaimId) -> None:
    from functions.claims.claims.handler import handler as claims
    from functions.claims.facts.handler import handler as facts
    from functions.documents.documents.handler import handler as documents
    from functions.messages.messages.handler import handler as messages

    complaint_of(denied)
    own = ((claims, ""), (facts, "/explanation"))
    for handler, path in (*own, (documents, "/documents"), (messages, "/messages")):
        call = event("GET", f"/v1/claims/{denied}{path}", by=THIRD)
        assert ask(handler, call).status == 200, path


def test_a_denial_that_stands_is_answered_by_clause_and_opens_the_next_step(
    denied: ClaimId, aws: Any
) -> None:
    upheld(denied)
    [shown] = complaints_of(denied).body["items"]
    assert (shown["status"], shown["answer"]["outcome"]) == ("upheld", "denied")
    assert (shown["answer"]["clause"], shown["answer"]["reason"]) == (UPHELD["clause"], UPHELD["reason"])
    assert shown["nextStepBy"]
    claim = read(denied).body
    assert claim["status"] == "denied"
    [following, *_] = [step for step in claim["nextSteps"] if step["kind"] == "complaint"]
    assert (following["step"], following["lastDay"]) == ("quality", shown["nextStepBy"])
    [row] = outbox_rows(aws, "complaint.decided")
    assert row["data"]["M"]["outcome"] == {"S": "upheld"}
    assert complain(denied, "quality").status == 202


def test_all_three_steps_are_taken_and_then_only_the_courts_are_left(denied: ClaimId) -> None:
    upheld(denied)
    upheld(denied, "quality", THIRD)
    complaint_id = complaint_of(denied, "board")
    assert decide(complaint_task_of(complaint_id), UPHELD, by=THIRD).status == 200
    assert [step["kind"] for step in read(denied).body["nextSteps"]][-1] == "court"
    assert [step for step in read(denied).body["nextSteps"] if step["kind"] == "complaint"] == []
    refused = complain(denied, "board")
    assert (refused.status, refused.body["code"]) == (409, "complaint-step-order")


def answered(by: dict[str, Any], task_id: str, body: dict[str, Any] = UPHELD) -> Answered:
    return decide(task_id, body, by=by)


@pytest.mark.parametrize(
    "by",
    [
        pytest.param(FIRST, id="who denied the claim"),
        pytest.param(staff("caseworker", sub="s-other", email="First@example.org"), id="the same mailbox"),
        pytest.param(staff("caseworker", sub="s-first", email="new@example.org"), id="the same login"),
    ],
)
@pytest.mark.parametrize("body", [UPHELD, approval()], ids=["upheld", "overturned"])
def test_who_decided_the_claim_answers_no_complaint(
    denied: ClaimId, by: dict[str, Any], body: dict[str, Any]
) -> None:
    task_id = complaint_task_of(complaint_of(denied))
    refused = answered(by, task_id, body)
    assert (refused.status, refused.body["code"]) == (403, "complaint-decided-before")
    assert complaints_of(denied).body["items"][0]["status"] == "in-review"


def test_a_login_without_an_address_answers_no_complaint(denied: ClaimId) -> None:
    task_id = complaint_task_of(complaint_of(denied))
    refused = answered(staff("caseworker", sub="s-9", email=""), task_id)
    assert (refused.status, refused.body["code"]) == (403, "login-without-email")


def test_who_answered_a_step_does_not_answer_the_next(denied: ClaimId) -> None:
    both = staff("caseworker", "quality", sub="s-both", email="both@example.org")
    upheld(denied, by=both)
    task_id = complaint_task_of(complaint_of(denied, "quality"))
    assert answered(both, task_id).body["code"] == "complaint-decided-before"
    assert answered(FOURTH, task_id).status == 200


@pytest.mark.parametrize("step, by", [("department", THIRD), ("quality", SECOND)])
def test_each_step_has_its_own_staff(denied: ClaimId, step: str, by: dict[str, Any]) -> None:
    if step == "quality":
        upheld(denied, by=staff("caseworker", sub="s-5", email="fifth@example.org"))
    refused = answered(by, complaint_task_of(complaint_of(denied, step)))
    assert (refused.status, refused.body["code"]) == (403, "role-missing")


@pytest.mark.parametrize(
    "body, pointers",
    [
        ({"decision": "deny", "reason": "Nej"}, ["/clause"]),
        ({"decision": "deny", "clause": "6.1"}, ["/reason"]),
        ({"decision": "clarify", "question": "Hvornår?"}, ["/decision"]),
        ({"decision": "approve", "reason": "Ja"}, ["/grant"]),
    ],
)
def test_an_answer_has_its_clause_its_reason_or_its_grant(
    denied: ClaimId, body: dict[str, Any], pointers: list[str]
) -> None:
    refused = answered(SECOND, complaint_task_of(complaint_of(denied)), body)
    assert refused.status == 422
    assert [fault["pointer"] for fault in refused.body["errors"]] == pointers
    assert complaints_of(denied).body["items"][0]["status"] == "in-review"


def test_overturning_decides_the_case_anew_and_reserves_in_the_same_commit(denied: ClaimId, aws: Any) -> None:
    assert ledger_of(denied).reservations == ()
    task_id = complaint_task_of(complaint_of(denied))
    assert answered(SECOND, task_id, approval()).status == 200
    claim = read(denied).body
    assert (claim["status"], claim["decision"]["outcome"]) == ("approved", "approved")
    assert [made["outcome"] for made in claim["earlierDecisions"]] == ["denied"]
    [reserved] = ledger_of(denied).reservations
    [shown] = complaints_of(denied).body["items"]
    assert (shown["status"], shown["answer"]["grant"]["sessions"]) == ("overturned", 3)
    [row] = outbox_rows(aws, "complaint.decided")
    assert row["data"]["M"]["outcome"] == {"S": "overturned"}
    guarantee = WITHOUT_SEAL.run(denied, task_id)
    assert (guarantee.guarantee_id, guarantee.sessions_granted) == (reserved.guarantee_id, 3)
    assert WITHOUT_SEAL.run(denied, task_id) == guarantee


def test_a_grant_that_fails_leaves_nothing_half_done(denied: ClaimId, aws: Any) -> None:
    task_id = complaint_task_of(complaint_of(denied))
    refused = answered(SECOND, task_id, approval(clinicId="cli_a2zt5pxlrqsc3dmk"))
    assert refused.status == 422
    assert read(denied).body["status"] == "denied"
    assert complaints_of(denied).body["items"][0]["status"] == "in-review"
    assert ledger_of(denied).reservations == ()
    assert outbox_rows(aws, "complaint.decided") == []


def test_a_denial_that_was_replaced_is_not_overturned_again(denied: ClaimId) -> None:
    task_id = complaint_task_of(complaint_of(denied))
    claims, before = DynamoClaims(), DynamoClaims().find(denied)
    again = reopened(before, "complaint", before.reported_at)
    tables.commit(claims.replacement(before, again))
    refused = answered(SECOND, task_id, approval())
    assert (refused.status, refused.body["code"]) == (409, "complaint-decision-replaced")
    assert decide(task_of(denied, "token-2", again.round), approval(), by=FIRST).status == 200
    assert answered(SECOND, task_id, approval()).body["code"] == "complaint-decision-replaced"
    assert answered(SECOND, task_id, {"decision": "approve", "reason": "Sagen er godkendt"}).status == 200
    assert complaints_of(denied).body["items"][0]["status"] == "overturned"


def test_only_the_first_answer_counts(denied: ClaimId) -> None:
    task_id = complaint_task_of(complaint_of(denied))
    assert answered(SECOND, task_id).status == 200
    again = decide(task_id, approval(), by=FOURTH | {"roles": ["caseworker"]}, version=2)
    assert (again.status, again.body["code"]) == (409, "already-decided")


def test_a_complaint_keeps_no_name_of_who_decided(denied: ClaimId, aws: Any) -> None:
    upheld(denied)
    rows = str(
        [
            row
            for kind in ("complaint.made", "complaint.decided", "task.decided")
            for row in outbox_rows(aws, kind)
        ]
    )
    for hidden in ("s-first", "s-second", "first@", "second@"):
        assert hidden not in rows
        assert hidden not in str(complaints_of(denied).body)
        assert hidden not in str(read(denied).body)


def test_a_claim_without_a_denial_opens_no_task_of_a_complaint(aws: Any) -> None:
    assert aws
    insured_anna()
    assert complain(claim_in_review()).status == 409
    assert tasks_in("complaints", THIRD).body["items"] == []


def test_a_workflow_does_not_wait_for_the_board_and_starts_again_with_its_answer(denied: ClaimId) -> None:
    upheld(denied)
    upheld(denied, "quality", THIRD)
    made = DynamoComplaints().find(complaint_of(denied, "board"))
    workflows, started = Waiting(), event_of("complaint.made", **made.named())
    question = StaffQuestion(workflows=cast(Any, workflows), due_of=ReviewDue().of)
    for token in ("first", "delivered again"):
        task = asked(question, REVIEWS["complaints"], started, token)
    assert workflows.told == {"first": "registered", "delivered again": "registered"}
    assert made.due_at is None
    assert answered(THIRD, task.task_id, approval()).status == 200
    resumed = WorkflowResumption(workflows=cast(Any, workflows)).run(task.task_id)
    assert (resumed, workflows.started[0]["taskId"]) == ("workflow.started-again", task.task_id)
    assert asked(question, REVIEWS["complaints"], {**started, "taskId": task.task_id}, "again")
    assert workflows.told["again"] == "approve"
    assert WITHOUT_SEAL.run(denied, task.task_id).sessions_granted == 3
