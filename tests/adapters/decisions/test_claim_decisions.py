from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from helsebro.claims.claim import Claim
from helsebro.claims.consent import ConsentMissing
from helsebro.ids import ClaimId
from helsebro.receipt import Receipt
from helsebro.tasks.staff_decision import GrantedSessions, StaffDecision
from helsebro.tasks.task import AlreadyDecided, Task
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.decisions.claim_decisions import ClaimDecisions
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.claims import consent, outbox_rows
from tests.builders.decisions import IN_HALF_A_YEAR, claim_in_review, insured_anna, task_of
from tests.promises.atomic_dynamodb import atomic_transactions

pytestmark = pytest.mark.usefixtures("aws")
AT = datetime.now(UTC)
APPROVAL = StaffDecision("approve", "caseworker", AT, "Ja", GrantedSessions(3, IN_HALF_A_YEAR))
DENIAL = StaffDecision("deny", "caseworker", AT, "Nej")


@pytest.fixture
def task(aws: dict[str, Any]) -> Task:
    assert aws
    insured_anna()
    return DynamoTasks().find(task_of(claim_in_review()))


class Meddled(DynamoClaims):
    """Lets the member withdraw the consent right after the claim was read, once, and maybe give it again."""

    meddled = False

    def __init__(self, *, given_again: bool) -> None:
        super().__init__()
        self.given_again = given_again

    def find(self, claim_id: ClaimId) -> Claim:
        """The claim, which is out of date at once."""
        claim = super().find(claim_id)
        if not self.meddled:
            self.meddled = True
            assert consent(claim_id, None).status == 200
            assert not self.given_again or consent(claim_id, True).status == 200
        return claim


def receipt(name: str) -> Any:
    return lambda task: Receipt(name, "f", 200, {"taskId": task.task_id})


def test_a_claim_that_changes_in_between_keeps_its_change_and_is_decided(task: Task) -> None:
    decisions = ClaimDecisions()
    decisions.claims = Meddled(given_again=True)
    before = DynamoClaims().find(task.claim_id).version
    decisions.decide(task, APPROVAL, receipt("one"))
    claim = DynamoClaims().find(task.claim_id)
    assert (claim.status, claim.consent, claim.version) == ("approved", "given", before + 3)


def test_a_consent_that_is_withdrawn_in_between_is_respected(task: Task) -> None:
    decisions = ClaimDecisions()
    decisions.claims = Meddled(given_again=False)
    with pytest.raises(ConsentMissing):
        decisions.decide(task, APPROVAL, receipt("one"))
    claim = DynamoClaims().find(task.claim_id)
    assert (claim.status, claim.consent) == ("in-review", "withdrawn")


class AsFirstRead(DynamoClaims):
    """Still holds the claim as it was first read: somebody who is late."""

    def __init__(self, claim: Claim) -> None:
        super().__init__()
        self.claim = claim

    def find(self, claim_id: str) -> Claim:
        """The claim of long ago."""
        assert claim_id == self.claim.claim_id
        return self.claim


def late(task: Task) -> ClaimDecisions:
    decisions = ClaimDecisions()
    decisions.claims = AsFirstRead(DynamoClaims().find(task.claim_id))
    return decisions


@pytest.mark.parametrize("is_late", [False, True])
def test_of_two_who_read_the_same_task_the_second_changes_nothing(
    task: Task, is_late: bool, aws: Any
) -> None:
    second = late(task) if is_late else ClaimDecisions()
    ClaimDecisions().decide(task, DENIAL, receipt("one"))
    with pytest.raises(AlreadyDecided):
        second.decide(task, APPROVAL, receipt("two"))
    assert DynamoClaims().find(task.claim_id).status == "denied"
    assert DynamoTasks().find(task.task_id).decision == DENIAL
    assert len(outbox_rows(aws, "task.decided")) == 1


def test_the_control_without_conditions_decides_twice(task: Task) -> None:
    second = late(task)
    with atomic_transactions(unguarded=lambda _: True):
        ClaimDecisions().decide(task, DENIAL, receipt("one"))
        second.decide(task, APPROVAL, receipt("two"))
    decided = DynamoTasks().find(task.task_id).decision
    assert decided
    assert replace(decided, fees=None) == APPROVAL
