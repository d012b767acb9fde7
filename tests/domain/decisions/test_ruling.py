from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.claims.claim import Claim, NotInReview
from helsebro.coverage.answer import Step
from helsebro.decisions import ruling
from helsebro.errors import BadInput
from helsebro.ids import ClaimId
from helsebro.tasks import task
from helsebro.tasks.determination import Determination
from helsebro.tasks.staff_decision import ApprovedAmount, GrantedSessions, StaffDecision, Verdict
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import Task
from helsebro_aws.dynamodb.record import from_item, to_item
from tests.builders.domain.answers import proposal
from tests.builders.domain.asking import question
from tests.domain.refunds.test_refund import billed

AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
TODAY = date(2026, 11, 21)
CLAIM_ID = ClaimId(ids.mint("clm", "tryg", b"0123456789"))
GRANT = GrantedSessions(3, TODAY + timedelta(days=180))
TRAIL = [{"rule": "R-831", "clause": "8.3.1"}]
STEPS = (Step("R-831", "8.3.1"),)


def claim(**changes: Any) -> Claim:
    known: dict[str, Any] = {
        "claim_id": CLAIM_ID,
        "payer": "tryg",
        "person_id": "per_x",
        "policy_id": "pol_x",
        "policy_number": "P-1",
        "product": "SF1706",
        "country": "DK",
        "status": "in-review",
        "reported_at": AT,
        "version": 4,
        "treatment_type": "chiropractic",
        "question": question({"cause": "leisure", "treatment": {"type": "chiropractic"}}),
        "description": "",
    }
    return Claim(**{**known, **changes})


def opened(**proposed: Any) -> Task:
    made = proposal(**{"trail": TRAIL, **proposed})
    return task.opened("claims", ClaimReview(CLAIM_ID), AT, timedelta(days=1), proposal=made)


def decision(verdict: Verdict, **changes: Any) -> StaffDecision:
    return StaffDecision(**{"decision": verdict, "by": "caseworker", "at": AT, "reason": "Fordi", **changes})


@pytest.mark.parametrize(
    "decided, status, outcome",
    [
        (decision("approve", grant=GRANT), "approved", "approved"),
        (decision("deny"), "denied", "denied"),
        (decision("clarify", question="Hvornår?"), "clarifying", "clarifying"),
    ],
)
def test_a_claim_is_decided_with_reason_and_trail(decided: StaffDecision, status: str, outcome: str) -> None:
    after = ruling.of_claim(claim(), opened(), decided, TODAY)
    assert (after.status, after.version) == (status, 5)
    assert after.decision
    made = after.decision
    assert (made.outcome, made.reason, made.trail) == (outcome, "Fordi", STEPS)
    assert (made.decided_at, made.by, made.grant) == (AT, "caseworker", decided.grant)


@pytest.mark.parametrize("verdict, kept", [("deny", True), ("approve", False)])
def test_a_denial_keeps_what_would_have_turned_the_answer(verdict: Verdict, kept: bool) -> None:
    flips = [{"fact": "evidence.referral", "value": "own-doctor", "outcome": "covered"}]
    proposed = opened(missing=["evidence.referral"], flips=flips, coveredFrom=None)
    after = ruling.of_claim(claim(), proposed, decision(verdict, grant=GRANT), TODAY)
    assert after.decision
    stored = to_item(after.decision)
    told = {name: stored[name] for name in ("missing", "flips") if name in stored}
    assert told == ({"missing": ["evidence.referral"], "flips": flips} if kept else {})
    assert "coveredFrom" not in stored
    assert from_item(Determination, stored) == after.decision


def test_a_question_stands_where_the_member_reads_it() -> None:
    after = ruling.of_claim(claim(), opened(), decision("clarify", question="Hvornår?"), TODAY)
    assert after.clarification
    assert after.clarification.question == "Hvornår?"


@pytest.mark.parametrize(
    "decided, pointers",
    [
        (decision("approve"), ["/grant"]),
        (decision("approve", grant=GrantedSessions(0, TODAY)), ["/grant/sessions", "/grant/validUntil"]),
        (decision("deny", approved=(ApprovedAmount(billed(1).claimed, 0),)), ["/approved"]),
    ],
)
def test_a_decision_that_does_not_hold_says_why(decided: StaffDecision, pointers: list[str]) -> None:
    with pytest.raises(BadInput) as bad:
        ruling.of_claim(claim(), opened(), decided, TODAY)
    assert [fault.pointer for fault in bad.value.faults] == pointers


def test_only_a_claim_in_review_can_be_decided() -> None:
    with pytest.raises(NotInReview):
        ruling.of_claim(claim(status="closed"), opened(), decision("deny"), TODAY)
