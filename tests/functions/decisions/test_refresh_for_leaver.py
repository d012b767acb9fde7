"""A person who leaves the policy gets new proposals on the open tasks of the person's claims (R-1312)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from functions.decisions.refresh_proposals.handler import handler

from helsebro.ids import PersonId, PolicyId, TaskId
from helsebro.tasks.task import Task
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.decisions import claim_in_review, records_of, task_of, today
from tests.builders.events.messages import comes_again, event_of
from tests.builders.policies import insured_of, leave, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture
def policy_id(aws: dict[str, Any]) -> PolicyId:
    assert aws
    payer_of("tryg")
    return policy_of("tryg")


@pytest.fixture
def anna(policy_id: PolicyId) -> PersonId:
    return insured_of(policy_id)


def now(task_id: TaskId) -> Task:
    return DynamoTasks().find(task_id)


def outcome_of(task_id: TaskId) -> str | None:
    answer = now(task_id).answer
    return answer.outcome if answer else None


def told(kind: str, policy_id: PolicyId, person_id: PersonId) -> list[str]:
    """Delivers the event; returns the ids of the messages that come again."""
    return comes_again(handler, event_of(kind, policyId=policy_id, personId=person_id))


@pytest.mark.parametrize("kind", ["insured.left", "insured.changed"])
def test_an_open_proposal_is_made_again_when_the_person_leaves(
    kind: str, policy_id: PolicyId, anna: PersonId
) -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    assert outcome_of(task_id) == "needs-evidence"
    leave(policy_id, anna, (today() - timedelta(days=1)).isoformat())
    assert told(kind, policy_id, anna) == []
    assert (outcome_of(task_id), now(task_id).version) == ("not-covered", 2)
    assert told(kind, policy_id, anna) == []
    assert (now(task_id).version, len(records_of(claim_id))) == (2, 2)


def test_a_proposal_stays_when_nothing_of_the_cover_bears_on_it(policy_id: PolicyId, anna: PersonId) -> None:
    task_id = task_of(claim_in_review())
    assert told("insured.changed", policy_id, anna) == []
    assert now(task_id).version == 1
