"""A paid refund counts on the guarantee that granted its sessions, and on what its case reference shows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from functions.decisions.refresh_proposals.handler import handler as refresh_proposals
from functions.guarantees.verify.handler import handler as verify
from functions.refunds.approve_refund.handler import approval as ending

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId, RefundId, TaskId
from helsebro.tasks.staff_decision import GrantedSessions, StaffDecision
from helsebro.tasks.subject import RefundReview
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.dynamodb.tables import Update, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees, GuaranteeChanged
from helsebro_aws.guarantees.keys import guarantee_key
from helsebro_aws.guarantees.refunded_sessions import RefundedSessions
from helsebro_aws.refunds.benefits_used import RefundedBenefits
from helsebro_aws.refunds.dynamo_refunds import DynamoRefunds
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.benefits import book
from tests.builders.calls import ask, event, staff
from tests.builders.decisions import (
    CHIROPRACTIC,
    claim_in_review,
    cost,
    decide,
    end_refund,
    insured_anna,
    refund_of,
    refund_task_of,
    task_of,
    today,
)
from tests.builders.events.messages import comes_again, event_of
from tests.builders.extensions import EVERY_FACT, WITHOUT_SEAL, guaranteed

pytestmark = pytest.mark.usefixtures("aws")
OUTSIDE = {"treatment": {**CHIROPRACTIC, "inNetwork": False}}
FINANCE = staff("finance")
DENIAL = {"decision": "deny", "reason": "Efter 8.3.2"}


@pytest.fixture(autouse=True)
def _anna(aws: dict[str, Any]) -> None:
    assert aws
    insured_anna()


def approve(*amounts: str) -> dict[str, Any]:
    paid = [{"index": index, "amount": cost(amount)} for index, amount in enumerate(amounts)]
    return {"decision": "approve", "reason": "Efter 8.3.2", "approved": paid}


def refunded(guarantee: Guarantee, decision: dict[str, Any]) -> tuple[RefundId, TaskId]:
    refund_id = refund_of(guarantee.claim_id)
    task_id = refund_task_of(refund_id)
    assert decide(task_id, decision, by=FINANCE).status == 200
    end_refund(refund_id, task_id)
    return refund_id, task_id


def shown(guarantee: Guarantee) -> tuple[int, int, str]:
    """Returns the sessions left and free on the guarantee, checked against what anyone sees of it."""
    now = DynamoGuarantees().find(guarantee.guarantee_id)
    public = ask(verify, event("GET", f"/v1/verify/{guarantee.case_reference}")).body
    assert public["sessionsLeft"] == now.sessions_left
    return now.sessions_left, now.sessions_free, public["status"]


@pytest.mark.parametrize(
    "decision, left",
    [(approve("450.00"), 2), (approve("450.00", "450.00"), 1), (approve("100.00"), 2), (DENIAL, 3)],
    ids=["one", "two", "a part of one", "denied"],
)
def test_what_a_refund_pays_is_no_longer_left(decision: dict[str, Any], left: int) -> None:
    guarantee = guaranteed(OUTSIDE)
    assert shown(guarantee) == (3, 3, "active")
    refunded(guarantee, decision)
    assert shown(guarantee) == (left, left, "active")


def test_of_two_open_refunds_of_one_day_the_second_is_paid_only_with_amounts() -> None:
    """Both were proposed before either was paid, and name two practitioners."""
    guarantee, as_proposed = guaranteed(OUTSIDE), {"decision": "approve", "grant": {"sessions": 1}}
    billed = {"on": guarantee.valid_from.isoformat(), "type": "chiropractic", "cost": cost("450.00")}
    first, second = [
        refund_task_of(refund_of(guarantee.claim_id, treatments=[{**billed, "authorisationId": number}]))
        for number in ("ABC12", "XYZ98")
    ]
    assert decide(first, as_proposed, by=FINANCE).status == 200
    again = decide(second, as_proposed, by=FINANCE)
    assert [fault["code"] for fault in again.body["errors"]] == ["used-since-proposed"]
    assert decide(second, approve("450.00"), by=FINANCE).status == 200


def test_a_refund_that_is_ended_again_counts_once() -> None:
    guarantee = guaranteed(OUTSIDE)
    refund_id, task_id = refunded(guarantee, approve("450.00"))
    for _ in range(2):
        ending.run(refund_id, task_id)
    assert shown(guarantee) == (2, 2, "active")


def test_a_decided_refund_counts_only_when_it_is_ended() -> None:
    guarantee = guaranteed(OUTSIDE)
    assert decide(refund_task_of(refund_of(guarantee.claim_id)), approve("450.00"), by=FINANCE).status == 200
    assert shown(guarantee) == (3, 3, "active")


def test_a_guarantee_whose_sessions_are_all_refunded_is_used() -> None:
    guarantee = guaranteed(OUTSIDE, sessions=2)
    refunded(guarantee, approve("450.00", "450.00"))
    assert shown(guarantee) == (0, 0, "used")


def test_a_refund_of_a_day_before_a_guarantee_in_the_network_leaves_it_to_the_bookings() -> None:
    guarantee = guaranteed()
    refunded(guarantee, approve("450.00"))
    assert shown(guarantee) == (3, 3, "active")


def in_network(sessions: int = 2) -> tuple[Guarantee, TaskId]:
    """Returns a guarantee that pays a clinic, and the task of a bill of one session of it."""
    guarantee = guaranteed(EVERY_FACT, sessions=sessions)
    billed = [{"on": guarantee.valid_from.isoformat(), "type": "chiropractic", "cost": cost("450.00")}]
    return guarantee, refund_task_of(refund_of(guarantee.claim_id, treatments=billed))


def refund_behind(task_id: TaskId) -> RefundId:
    subject = DynamoTasks().find(task_id).subject
    assert isinstance(subject, RefundReview)
    return subject.refund_id


def book_all(guarantee: Guarantee) -> None:
    """Counts the rest of the guarantee as booked."""
    table, by = DynamoGuarantees().table, guarantee.sessions_granted - guarantee.sessions_booked
    tables.commit([Update(table, *guarantee_key(guarantee.guarantee_id), add={"sessionsBooked": by})])


def test_a_refund_uses_up_a_guarantee_in_the_network() -> None:
    guarantee, task_id = in_network()
    assert decide(task_id, {"decision": "approve", "grant": {"sessions": 1}}, by=FINANCE).status == 200
    assert shown(guarantee) == (2, 1, "active")
    refund_id = refund_behind(task_id)
    for _ in range(2):
        end_refund(refund_id, task_id)
    assert shown(guarantee) == (1, 1, "active")


def test_a_refund_that_came_before_the_guarantee_is_proposed_again_when_it_is_issued() -> None:
    claim_id = claim_in_review(**EVERY_FACT)
    billed = [{"on": today().isoformat(), "type": "chiropractic", "cost": cost("450.00")}]
    task_id = refund_task_of(refund_of(claim_id, treatments=billed))
    assert outside_of(task_id) == ["nothing-granted"]
    guarantee = issued_for(claim_id)
    ids = {"guaranteeId": guarantee.guarantee_id, "claimId": claim_id}
    assert comes_again(refresh_proposals, event_of("guarantee.issued", **ids)) == []
    assert outside_of(task_id) == [None]


def outside_of(task_id: TaskId) -> list[str | None]:
    proposal = DynamoTasks().find(task_id).proposal
    assert proposal
    return [treatment.outside_grant for treatment in proposal.treatments]


def issued_for(claim_id: ClaimId) -> Guarantee:
    task_id = task_of(claim_id)
    assert decide(task_id).status == 200
    return WITHOUT_SEAL.run(claim_id, task_id)


def test_booked_sessions_are_left_to_the_clinic() -> None:
    guarantee, task_id = in_network()
    book_all(guarantee)
    answer = decide(task_id, {"decision": "approve", "grant": {"sessions": 1}}, by=FINANCE)
    assert [fault["code"] for fault in answer.body["errors"]] == ["used-since-proposed"]
    assert decide(task_id, approve("450.00"), by=FINANCE).status == 200
    assert shown(guarantee) == (2, 0, "active")


def test_a_booking_between_our_read_and_our_write_is_not_counted_over() -> None:
    """The booking comes after the decision has read the guarantee."""
    guarantee, task_id = in_network(sessions=1)
    task = DynamoTasks().find(task_id)
    refund = DynamoRefunds().find(refund_behind(task_id))
    decision = StaffDecision("approve", "finance", datetime.now(UTC), grant=GrantedSessions(1))
    ended = refund.decided(decision, task.proposal)
    claim = DynamoClaims().find(guarantee.claim_id)
    operations = RefundedBenefits(guaranteed=RefundedSessions()).used(
        claim, ended, guarantee.valid_from, by_amounts=False
    )
    book_all(guarantee)
    with pytest.raises(GuaranteeChanged):
        tables.commit(operations)
    assert shown(guarantee) == (1, 0, "active")


def test_a_refund_before_the_guarantee_is_issued_is_ended_all_the_same() -> None:
    claim_id = claim_in_review(**OUTSIDE)
    assert decide(task_of(claim_id)).status == 200
    refund_id = refund_of(claim_id)
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve("450.00"), by=FINANCE).status == 200
    assert end_refund(refund_id, task_id) == "partly-approved"


def test_a_refund_of_a_case_that_was_granted_nothing_counts_nowhere() -> None:
    refund_id = refund_of(claim_in_review())
    task_id = refund_task_of(refund_id)
    assert decide(task_id, approve("450.00"), by=FINANCE).status == 200
    assert end_refund(refund_id, task_id) == "partly-approved"


@pytest.mark.parametrize("status", ["held", "booked"])
def test_a_refund_of_a_booked_session_is_counted_by_its_booking(status: str) -> None:
    guarantee = guaranteed(EVERY_FACT, sessions=2)
    counted = {"sessionsBooked": 1, **({"sessionsUsed": 1} if status == "held" else {})}
    book(guarantee, status, guarantee.valid_from)
    tables.commit(
        [Update(DynamoGuarantees().table, *guarantee_key(guarantee.guarantee_id), add=dict(counted))]
    )
    before = shown_counts(guarantee)
    billed = [{"on": guarantee.valid_from.isoformat(), "type": "chiropractic", "cost": cost("450.00")}]
    task_id = refund_task_of(refund_of(guarantee.claim_id, treatments=billed))
    assert decide(task_id, {"decision": "approve", "grant": {"sessions": 1}}, by=FINANCE).status == 200
    refund_id = refund_behind(task_id)
    for _ in range(2):
        end_refund(refund_id, task_id)
    assert shown_counts(guarantee) == before


@pytest.mark.parametrize("status", ["cancelled", "missed"])
def test_a_refund_beside_a_booking_that_counts_no_more_is_counted(status: str) -> None:
    guarantee, task_id = in_network()
    book(guarantee, status, guarantee.valid_from)
    assert decide(task_id, {"decision": "approve", "grant": {"sessions": 1}}, by=FINANCE).status == 200
    end_refund(refund_behind(task_id), task_id)
    assert shown_counts(guarantee) == (1, 1)


def shown_counts(guarantee: Guarantee) -> tuple[int, int]:
    now = DynamoGuarantees().find(guarantee.guarantee_id)
    return now.sessions_booked, now.sessions_used
