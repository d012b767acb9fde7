"""A changed fact gives every open task of its claim a new proposal."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from functions.decisions.refresh_proposals.handler import handler
from functions.decisions.tasks.handler import handler as decide_tasks

from helsebro.claims.claim import Claim
from helsebro.ids import ClaimId, TaskId
from helsebro.tasks.follow_up import follow_up
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import Task, opened, retry
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.decisions.proposal_refresh import ProposalRefresh
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import REVIEWS
from tests.builders.calls import ask, event, staff
from tests.builders.claims import outbox_rows
from tests.builders.decisions import (
    approval,
    approved,
    asked,
    claim_in_review,
    decide,
    insured_anna,
    records_of,
    refund_of,
    refund_task_of,
    task_of,
    tasks_in,
)
from tests.builders.events.messages import comes_again, event_of
from tests.builders.extensions import extension_of, extension_task_of, guaranteed

DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def change_fact(claim_id: ClaimId, **changes: Any) -> Claim:
    """Stores that the illness is one of work, and the next round while the claim is in review."""
    before = DynamoClaims().find(claim_id)
    following = before.round + 1 if before.status == "in-review" else before.round
    question = replace(before.question, cause="work")
    after = replace(before, question=question, version=before.version + 1, round=following, **changes)
    tables.commit(DynamoClaims().replacement(before, after))
    return after


def refresh(claim: Claim, review: int | None = None) -> list[str]:
    """Delivers the event of a changed fact; returns the ids of the messages that come again."""
    ids = {"claimId": claim.claim_id, "personId": claim.person_id, "round": review or claim.round}
    return comes_again(handler, event_of("claim.facts-changed", **ids))


def now(task_id: TaskId) -> Task:
    return DynamoTasks().find(task_id)


def test_the_open_task_gets_a_new_proposal_and_keeps_its_token_and_due_time() -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id, "token-1")
    before = now(task_id)
    assert before.answer
    assert refresh(change_fact(claim_id)) == []
    after = now(task_id)
    assert after.answer
    assert (before.answer.outcome, after.answer.outcome) == ("needs-evidence", "not-covered")
    assert (before.version, before.round, after.version, after.round) == (1, 1, 2, 2)
    assert (after.due_at, after.status) == (before.due_at, "open")
    assert DynamoTasks().stored(task_id).token == "token-1"
    [shown] = tasks_in().body["items"]
    assert (shown["taskId"], shown["version"], shown["round"]) == (task_id, 2, 2)
    assert "claimVersion" not in shown


def test_the_records_of_the_first_proposal_stay_beside_those_of_the_new_one() -> None:
    claim_id = claim_in_review()
    task_of(claim_id)
    first = records_of(claim_id)
    assert refresh(change_fact(claim_id)) == []
    records = records_of(claim_id)
    assert records[:1] == first
    assert [record.question.cause for record in records] == ["leisure", "work"]
    assert records[0].decided_at < records[1].decided_at


def test_staff_who_read_the_old_proposal_get_412_and_decide_the_new_one() -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    assert refresh(change_fact(claim_id)) == []
    assert decide(task_id, version=1).status == 412
    assert decide(task_id, version=2).status == 200


@pytest.mark.parametrize("language, title", [
    ("da", "Forslaget er forældet"), ("nb", "Forslaget er utdatert"), ("en", "The proposal is outdated"),
])  # fmt: skip
def test_a_decision_before_the_new_proposal_is_there_is_refused(language: str, title: str) -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    changed = change_fact(claim_id)
    headers = {"if-match": '"1"', "accept-language": language}
    path = f"/v1/tasks/{task_id}/decision"
    answer = ask(decide_tasks, event("POST", path, by=staff("caseworker"), body=approval(), headers=headers))
    assert (answer.status, answer.body["code"]) == (409, "proposal-outdated")
    assert answer.body["title"] == title
    assert refresh(changed) == []
    assert decide(task_id, version=2).status == 200


def test_an_event_that_comes_twice_late_or_out_of_order_changes_nothing_more(aws: Any) -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    first, second = change_fact(claim_id), change_fact(claim_id)
    for review in (second.round, first.round, second.round, first.round):
        assert refresh(second, review) == []
    assert (now(task_id).version, now(task_id).round) == (2, 3)
    assert len(records_of(claim_id)) == 2
    assert len(outbox_rows(aws, "task.opened")) == 1


def test_a_slow_older_refresh_never_replaces_a_newer_one() -> None:
    """The engine is asked about round 2; before that answer is stored, round 3 is."""
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    change_fact(claim_id)

    class Slow(DynamoTasks):
        """Lets another refresh pass while the first one stores its proposal."""

        passed = False

        def new_proposal(self, before: Task, after: Task) -> Any:
            if not self.passed:
                self.passed = True
                assert refresh(change_fact(claim_id)) == []
            return super().new_proposal(before, after)

    assert ProposalRefresh(tasks=Slow()).run(claim_id) == []
    assert (now(task_id).version, now(task_id).round) == (2, 3)


def test_a_fact_that_changes_while_the_engine_is_asked_first_is_in_the_proposal() -> None:
    claim_id = claim_in_review()
    review, changes = REVIEWS["claims"], [True]

    def propose(ids: Any) -> Any:
        draft = review.propose(ids)
        if changes:
            changes.clear()
            assert refresh(change_fact(claim_id)) == []
        return draft

    given = {"claimId": claim_id, "round": 1}
    task = asked(StaffQuestion(), replace(review, propose=propose), given, "token-1")
    assert (task.round, task.version) == (2, 1)
    assert now(task.task_id).answer == task.answer
    assert len(records_of(claim_id)) == 1
    assert decide(task.task_id).status == 200


def test_open_refunds_and_extensions_get_a_new_proposal_and_decided_tasks_none() -> None:
    guarantee = guaranteed()
    claim_id = guarantee.claim_id
    extension = extension_task_of(extension_of(guarantee))
    refund = refund_task_of(refund_of(claim_id))
    [before] = [record for record in records_of(claim_id) if record.task_id == extension]
    assert refresh(change_fact(claim_id)) == []
    tasks = [now(task_id) for task_id in (extension, refund)]
    assert [(task.version, task.round, task.status) for task in tasks] == [(2, None, "open")] * 2
    assert [task.answer and task.answer.outcome for task in tasks] == ["not-covered"] * 2
    [first, again] = [record for record in records_of(claim_id) if record.task_id == extension]
    assert (first, again.question.cause) == (before, "work")
    assert now(guarantee.task_id).version == 2
    assert decide(refund, {"decision": "deny", "reason": "8.1"}, version=2, by=staff("finance")).status == 200


def test_a_claim_without_an_open_task_needs_no_proposal() -> None:
    claim_id, task_id = approved()
    before = now(task_id)
    assert refresh(change_fact(claim_id)) == []
    assert now(task_id) == before


def test_a_task_without_a_proposal_gets_one_and_a_follow_up_or_a_retry_none() -> None:
    claim_id, decided = approved()
    tasks, at = DynamoTasks(), now(decided).opened_at
    unasked = opened("claims", ClaimReview(claim_id), at, DAY, review=7)
    others = [follow_up("claims", ClaimReview(claim_id), "deadline-missed", "evt_1", at, DAY)]
    others.append(retry(now(decided), decided, at, DAY))
    tables.commit([tasks.creation(task, {}) for task in (unasked, *others)])
    assert refresh(change_fact(claim_id)) == []
    assert now(unasked.task_id).proposal
    assert [now(task.task_id) for task in others] == others


def test_an_event_about_an_unknown_claim_comes_to_nothing() -> None:
    event = event_of("claim.facts-changed", claimId="clm_ar2he6lhaaaaaaaaaaaaaaaa", personId="per_x", round=2)
    assert comes_again(handler, event) == []
