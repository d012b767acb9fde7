"""Promise 4: a complaint that is killed at any step, and run again, is opened and answered once.

The control answers without the condition on the task's version: then there are two answers.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any, cast

import pytest

from helsebro.complaints.complaint import Complaint, DenialReplaced
from helsebro.errors import Conflict
from helsebro.ids import ClaimId, ComplaintId
from helsebro.receipt import Receipt
from helsebro.tasks.staff_decision import GrantedSessions, StaffDecision
from helsebro.tasks.task import AlreadyDecided, Task
from helsebro_aws.benefits.dynamo_benefits import DynamoBenefits
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.complaints.deciding.complaint_review import ComplaintReviews
from helsebro_aws.complaints.dynamo_complaints import DynamoComplaints
from helsebro_aws.decisions.staff_question import StaffQuestion
from helsebro_aws.dynamodb.tables import AlreadyAnswered, Update
from helsebro_aws.platform import clock
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from helsebro_aws.tasks.reviews import REVIEWS
from tests.builders.claims import outbox_rows
from tests.builders.decisions import IN_HALF_A_YEAR, Waiting, asked, insured_anna
from tests.builders.events.messages import event_of
from tests.builders.objections.complaints import complaint_of, complaint_task_of, denied_claim
from tests.promises.test_crash import Killed, killed_once

pytestmark = pytest.mark.usefixtures("aws")
PERSON = "staff:tryg:s-second"


@pytest.fixture
def denied(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    return denied_claim()


def complaint(claim_id: ClaimId) -> Complaint:
    [found] = DynamoComplaints().of_claim(claim_id)
    return found


def upholding() -> StaffDecision:
    return StaffDecision(
        "deny", "caseworker", clock.now(), "Nej", clause="6.1", person=PERSON, mailbox="digest"
    )


def overturning() -> StaffDecision:
    grant = GrantedSessions(2, IN_HALF_A_YEAR)
    return StaffDecision("approve", "caseworker", clock.now(), "Ja", grant, person=PERSON, mailbox="digest")


def record(_: Task) -> Receipt:
    return Receipt("one", "f", 200, {})


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("method", ["open", "find"])
def test_a_complaint_opens_one_task_wherever_the_step_is_killed(
    denied: ClaimId, aws: Any, method: str, moment: str
) -> None:
    complaint_of(denied)
    started = event_of("complaint.made", **complaint(denied).named())
    question = StaffQuestion(workflows=cast(Any, Waiting()))
    with suppress(Killed):
        killed = replace(question, tasks=killed_once(question.tasks, method, moment))
        asked(killed, REVIEWS["complaints"], started, "token-1")
    first, again = (asked(question, REVIEWS["complaints"], started, f"token-{n}") for n in (2, 3))
    assert first.task_id == again.task_id
    assert complaint(denied).status == "in-review"
    opened = [row["data"]["M"]["queue"]["S"] for row in outbox_rows(aws, "task.opened")]
    assert opened.count("complaints") == 1


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("part, method", [("complaints", "find"), ("claims", "find"), ("tables", "commit")])
@pytest.mark.parametrize("decided", [upholding, overturning], ids=["upheld", "overturned"])
def test_a_complaint_is_answered_once_wherever_the_decision_is_killed(
    denied: ClaimId, aws: Any, decided: Any, part: str, method: str, moment: str
) -> None:
    task, decision = DynamoTasks().find(complaint_task_of(complaint_of(denied))), decided()
    reviews = ComplaintReviews()
    setattr(reviews, part, killed_once(getattr(reviews, part), method, moment))
    with suppress(Killed):
        reviews.decide(task, decision, record)
    with suppress(AlreadyDecided, AlreadyAnswered, DenialReplaced):
        ComplaintReviews().decide(task, decision, record)
    assert len(outbox_rows(aws, "complaint.decided")) == 1
    approves = decision.decision == "approve"
    assert complaint(denied).status == ("overturned" if approves else "upheld")
    claim = DynamoClaims().find(denied)
    assert claim.status == ("approved" if approves else "denied")
    assert len(DynamoBenefits().ledger("tryg", claim.person_id).reservations) == int(approves)


def test_control_without_the_version_of_the_task_and_the_complaint_there_are_two_answers(
    denied: ClaimId, aws: Any
) -> None:
    class Careless(DynamoTasks):
        """Replaces a task whatever became of it."""

        def replacement(self, before: Task, after: Task) -> Update:
            return replace(super().replacement(before, after), when=None, values={})

    class CarelessComplaints(DynamoComplaints):
        """Replaces a complaint whatever became of it."""

        def replacement(self, before: Complaint, after: Complaint) -> Update:
            return replace(super().replacement(before, after), when=None, values={})

        def find(self, complaint_id: ComplaintId) -> Complaint:
            assert complaint_id == before.complaint_id
            return before

    task = DynamoTasks().find(complaint_task_of(complaint_of(denied)))
    before = complaint(denied)
    for number in range(2):
        reviews = ComplaintReviews()
        reviews.tasks, reviews.complaints = Careless(), CarelessComplaints()
        receipt = Receipt(f"r-{number}", "f", 200, {})
        with suppress(Conflict):
            reviews.decide(task, upholding(), lambda _, given=receipt: given)  # type: ignore[misc]
    assert len(outbox_rows(aws, "complaint.decided")) == 2
