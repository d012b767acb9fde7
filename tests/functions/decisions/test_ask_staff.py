from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from functions.decisions.ask_staff.handler import handler

from helsebro.errors import NotFound
from helsebro.ids import ClaimId, TaskId
from helsebro.tasks.subject import ClaimReview
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import REVIEWS
from tests.builders.calls import staff
from tests.builders.claims import asked_ago, outbox_rows, read, state_facts
from tests.builders.decisions import (
    Waiting,
    asked,
    claim_in_review,
    completed,
    decide,
    insured_anna,
    records_of,
    refund_body,
    refund_of,
    refund_task_of,
    task_of,
    tasks_in,
)
from tests.builders.extensions import extension_of, guaranteed

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    return claim_in_review()


def ask(claim_id: str, token: str, waiting: Waiting) -> str:
    question = StaffQuestion(workflows=waiting)  # type: ignore[arg-type]
    return asked(question, REVIEWS["claims"], {"claimId": claim_id, "round": 1}, token).task_id


def test_the_workflow_is_given_the_tasks_id_and_nothing_of_the_trail(claim_id: str) -> None:
    task_id = task_of(claim_id)
    assert handler({**completed(claim_id), "taskToken": "token-2"}, None) == {"taskId": task_id}


def test_the_staff_are_not_asked_about_a_claim_that_is_unknown() -> None:
    with pytest.raises(NotFound):
        handler({**completed("clm_ar2he6lhaaaaaaaaaaaaaaaa"), "taskToken": "token-1"}, None)


def test_a_task_keeps_the_token_and_is_told_of_once(claim_id: str, aws: Any) -> None:
    task_id = task_of(claim_id, "token-1")
    assert DynamoTasks().stored(task_id).token == "token-1"
    [row] = outbox_rows(aws, "task.opened")
    assert "token" not in str(row).lower()


def promised(claim_id: str) -> datetime:
    """By when the member reads that the claim is answered first."""
    [due_at] = [each["dueAt"] for each in read(claim_id).body["deadlines"] if each["kind"] == "first-answer"]
    return datetime.fromisoformat(due_at.replace("Z", "+00:00"))


def test_a_claim_is_due_when_the_member_was_promised_an_answer_and_a_refund_within_two_weeks(
    claim_id: ClaimId,
) -> None:
    task = DynamoTasks().find(task_of(claim_id))
    assert task.due_at == promised(claim_id)
    assert task.due_at - task.opened_at > timedelta(hours=23)
    refund = DynamoTasks().find(refund_task_of(refund_of(claim_in_review())))
    assert (refund.due_at - refund.opened_at).total_seconds() / 3600 == 14 * 24


def test_the_task_after_an_answer_is_due_by_the_clock_that_the_question_paused(claim_id: ClaimId) -> None:
    first = DynamoTasks().find(task_of(claim_id))
    assert decide(first.task_id, {"decision": "clarify", "question": "Hvornår?"}).status == 200
    asked_ago(claim_id, timedelta(hours=3))
    assert state_facts(claim_id, answer={"text": "I maj."}).status == 200
    again = DynamoTasks().find(task_of(claim_id, "token-2", review=2))
    assert again.due_at == promised(claim_id)
    moved = again.due_at - first.due_at
    assert timedelta(hours=3) <= moved < timedelta(hours=4), "the pause alone moves it"
    assert [row["dueAt"] for row in tasks_in().body["items"]] == [instant(again.due_at)]


def test_a_step_that_runs_again_has_one_task_with_its_newest_token(claim_id: str, aws: Any) -> None:
    waiting = Waiting()
    first, again = ask(claim_id, "token-1", waiting), ask(claim_id, "token-2", waiting)
    assert first == again
    assert len(tasks_in().body["items"]) == len(outbox_rows(aws, "task.opened")) == 1
    assert DynamoTasks().stored(TaskId(first)).token == "token-2"
    assert waiting.told == {"token-1": "superseded"}


def test_the_same_call_delivered_twice_stops_nobody(claim_id: str) -> None:
    waiting = Waiting()
    for _ in range(2):
        ask(claim_id, "token-1", waiting)
    assert waiting.told == {}


def test_a_workflow_that_asks_what_was_decided_goes_on_at_once(claim_id: str) -> None:
    waiting = Waiting()
    task_id = ask(claim_id, "token-1", waiting)
    assert decide(task_id).status == 200
    ask(claim_id, "token-2", waiting)
    assert waiting.told == {"token-2": "approve"}


def test_each_review_has_a_task_of_its_own(claim_id: str) -> None:
    first = task_of(claim_id, review=1)
    assert decide(first, {"decision": "clarify", "question": "Hvornår?"}).status == 200
    second = task_of(claim_id, "token-2", review=2)
    assert first != second
    assert [one["taskId"] for one in tasks_in().body["items"]] == [second]


def test_a_refunds_step_that_runs_again_has_one_task_too(claim_id: ClaimId) -> None:
    refund_id, waiting = refund_of(claim_id), Waiting()
    question = StaffQuestion(workflows=waiting)  # type: ignore[arg-type]
    task_ids = {
        asked(question, REVIEWS["refunds"], {"refundId": refund_id}, token).task_id
        for token in ("token-1", "token-2")
    }
    assert len(task_ids) == len(tasks_in("refunds", staff("finance")).body["items"]) == 1
    assert waiting.told == {"token-1": "superseded"}


def test_what_the_engine_was_asked_is_kept_in_the_commit_of_the_task(claim_id: ClaimId) -> None:
    task_id = task_of(claim_id)
    [record] = records_of(claim_id)
    proposal = DynamoTasks().find(task_id).proposal
    assert proposal
    assert (record.task_id, record.subject) == (task_id, ClaimReview(claim_id))
    assert record.cover
    assert (record.cover.policy_number, record.answer.outcome) == ("P-SF1706", proposal.answer.outcome)
    assert [step.rule for step in record.answer.trail] == [step.rule for step in proposal.answer.trail]


def test_a_step_that_runs_again_keeps_the_first_record_alone(claim_id: str) -> None:
    for token in ("token-1", "token-2"):
        ask(claim_id, token, Waiting())
    assert len(records_of(claim_id)) == 1


def test_every_treatment_of_a_refund_leaves_its_record(claim_id: ClaimId) -> None:
    refund_id = refund_of(claim_id)
    refund_task_of(refund_id)
    records = records_of(claim_id)
    assert [record.subject.subject_id for record in records] == [refund_id] * 2
    assert sorted(len(record.question.history) for record in records) == [0, 1]


def stored_size(value: dict[str, Any]) -> int:
    """Returns the bytes that DynamoDB counts for a value: names and texts in UTF-8, and 1 for each part."""
    [(kind, content)] = value.items()
    if kind == "M":
        return 3 + sum(len(name.encode()) + 1 + stored_size(part) for name, part in content.items())
    if kind == "L":
        return 3 + sum(1 + stored_size(part) for part in content)
    return len(str(content).encode())


def test_a_refund_of_the_most_treatments_is_one_commit_and_fits_its_items(
    claim_id: ClaimId, aws: dict[str, Any]
) -> None:
    one = refund_body("doc")["treatments"][0]
    refund_task_of(refund_of(claim_id, treatments=[one] * 50))
    assert len(records_of(claim_id)) == 50
    rows = aws["dynamodb"].scan(TableName="cases")["Items"]
    assert max(stored_size({"M": row}) for row in rows) < 400_000


def test_an_extensions_step_that_runs_again_has_one_task_due_within_24_hours(claim_id: str) -> None:
    assert claim_id
    extension_id, waiting = extension_of(guaranteed()), Waiting()
    question = StaffQuestion(workflows=waiting)  # type: ignore[arg-type]
    ids = {"extensionId": extension_id}
    tasks = [asked(question, REVIEWS["extensions"], ids, token) for token in ("token-1", "token-2")]
    assert len({task.task_id for task in tasks}) == len(tasks_in("extensions").body["items"]) == 1
    assert waiting.told == {"token-1": "superseded"}
    assert (tasks[0].due_at - tasks[0].opened_at).total_seconds() == 24 * 3600
