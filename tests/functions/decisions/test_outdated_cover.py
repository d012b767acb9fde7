"""A proposal is decided only under the enrolment and the policy that it was made under (R-1312, R-1411)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from functions.decisions.refresh_proposals.handler import handler

from helsebro.ids import PersonId, PolicyId, TaskId
from helsebro.policies.policy import PolicyChange
from helsebro.tasks.task import Task
from helsebro_aws.decisions.proposals import Proposals
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.policies.dynamo_policies import DynamoPolicies
from helsebro_aws.tasks.draft import Draft
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import REVIEWS
from tests.builders.calls import Answered, ask, event, staff
from tests.builders.decisions import (
    approval,
    asked,
    claim_in_review,
    completed,
    decide,
    records_of,
    refund_of,
    refund_task_of,
    seal_key,
    task_of,
    today,
)
from tests.builders.events.messages import comes_again, event_of
from tests.builders.extensions import extension_of, extension_task_of, guaranteed, more
from tests.builders.policies import enrol, insured_of, leave, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
DENIAL = {"decision": "deny", "reason": "Ikke dækket"}


@dataclass(frozen=True)
class Anna:
    """A person and her policy."""

    policy_id: PolicyId
    person_id: PersonId


@pytest.fixture
def anna(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Anna:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    payer_of("tryg")
    policy_id = policy_of("tryg")
    return Anna(policy_id, insured_of(policy_id))


def leaves(anna: Anna) -> str:
    leave(anna.policy_id, anna.person_id, (today() - timedelta(days=1)).isoformat())
    return "insured.left"


def moves(anna: Anna) -> str:
    """The employer reports another mail address, which no proposal hangs on."""
    assert enrol(anna.policy_id, email="anna@example.org").status == 201
    return "insured.changed"


def lacks_its_module(anna: Anna) -> str:
    policy = DynamoPolicies().find(anna.policy_id)
    change = PolicyChange("ntc_1", today(), modules=policy.modules - {"physical"})
    tables.commit([DynamoPolicies().replacement(policy.changed(change))])
    return "policy.noticed"


def is_unpaid(anna: Anna) -> str:
    from functions.policies.policies.handler import handler as policies

    body, by = {"sentOn": (today() - timedelta(days=40)).isoformat()}, staff("underwriting", payer="tryg")
    call = event("POST", f"/v1/policies/{anna.policy_id}/reminders", by=by, body=body)
    assert ask(policies, call).status == 201
    return "premium.reminded"


Change = Callable[[Anna], str]
"""Changes the cover, and returns the type of the event that says so."""
CHANGES = [leaves, lacks_its_module, is_unpaid]


def told(kind: str, anna: Anna) -> None:
    """Delivers the event twice."""
    ids = {"policyId": anna.policy_id, "personId": anna.person_id}
    given = event_of(kind, **(ids if kind.startswith("insured") else {"policyId": anna.policy_id}))
    assert [comes_again(handler, given) for _ in range(2)] == [[], []]


def now(task_id: TaskId) -> Task:
    return DynamoTasks().find(task_id)


def answer_of(answered: Answered) -> tuple[int, str]:
    return answered.status, str(answered.body.get("code"))


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("body", [approval(until=today() + timedelta(days=30)), DENIAL])
def test_a_claim_is_not_decided_by_a_proposal_under_another_cover(
    change: Change, body: dict[str, Any], anna: Anna
) -> None:
    task_id = task_of(claim_in_review())
    kind = change(anna)
    assert answer_of(decide(task_id, body)) == (409, "proposal-outdated")
    told(kind, anna)
    proposed = now(task_id)
    assert (proposed.status, proposed.version) == ("open", 2)
    assert proposed.answer
    assert proposed.answer.outcome == "not-covered"
    assert answer_of(decide(task_id, body)) == (412, "version-stale")
    assert decide(task_id, DENIAL, version=2).status == 200


def test_a_question_to_the_member_needs_no_cover(anna: Anna) -> None:
    task_id = task_of(claim_in_review())
    leaves(anna)
    body = {"decision": "clarify", "reason": "Uklart", "question": "Hvornår?"}
    assert decide(task_id, body).status == 200


def test_a_change_that_turns_nothing_leaves_the_proposal_and_the_staff_go_on(anna: Anna) -> None:
    claim_id = claim_in_review()
    task_id = task_of(claim_id)
    kind = moves(anna)
    assert answer_of(decide(task_id)) == (409, "proposal-outdated")
    told(kind, anna)
    assert (now(task_id).version, len(records_of(claim_id))) == (1, 1)
    assert decide(task_id).status == 200


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_after_the_decision_reaches_nothing_of_it(change: Change, anna: Anna) -> None:
    task_id = task_of(claim_in_review())
    assert decide(task_id).status == 200
    decided = now(task_id)
    told(change(anna), anna)
    assert now(task_id) == decided


def test_a_policy_refreshes_only_the_proposals_that_were_made_under_it(anna: Anna) -> None:
    task_id = task_of(claim_in_review())
    other = policy_of("tryg", number="P-other")
    told("policy.noticed", replace(anna, policy_id=other))
    before = now(task_id)
    assert before.version == 1
    told(lacks_its_module(anna), anna)
    assert now(task_id).version == 2


def test_a_refund_is_not_decided_by_a_proposal_under_another_cover(anna: Anna) -> None:
    task_id = refund_task_of(refund_of(claim_in_review()))
    kind, amounts = moves(anna), [{"index": 0, "amount": {"amount": "450.00", "currency": "DKK"}}]
    body = {"decision": "approve", "reason": "Dækket", "approved": amounts}
    by = staff("finance")
    assert answer_of(decide(task_id, body, by=by)) == (409, "proposal-outdated")
    told(kind, anna)
    assert decide(task_id, body, by=by).status == 200


@pytest.mark.parametrize("body", [more(until=today() + timedelta(days=20)), DENIAL])
def test_an_extension_is_not_decided_by_a_proposal_under_another_cover(
    body: dict[str, Any], anna: Anna
) -> None:
    task_id = extension_task_of(extension_of(guaranteed(until=today() + timedelta(days=10))))
    kind = moves(anna)
    assert answer_of(decide(task_id, body)) == (409, "proposal-outdated")
    told(kind, anna)
    assert decide(task_id, body).status == 200


def test_a_change_before_the_task_is_stored_asks_the_engine_anew(anna: Anna) -> None:
    meanwhile: list[str] = []

    def propose(ids: Any) -> Draft:
        draft = Proposals().of_claim(ids)
        if not meanwhile:
            meanwhile.append(leaves(anna))
        return draft

    claim_id = claim_in_review()
    review = replace(REVIEWS["claims"], propose=propose)
    task = asked(StaffQuestion(), review, completed(claim_id), "token-1")
    assert meanwhile == ["insured.left"]
    assert task.answer
    assert (task.answer.outcome, len(records_of(claim_id))) == ("not-covered", 1)
    assert decide(task.task_id, DENIAL).status == 200
