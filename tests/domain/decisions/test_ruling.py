from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from helsebro import ids
from helsebro.claims.claim import Claim, NotInReview
from helsebro.claims.consent import ConsentMissing
from helsebro.claims.consenting.consent_state import ConsentState
from helsebro.coverage.trail import Step, Trail
from helsebro.decisions import ruling
from helsebro.errors import BadInput
from helsebro.ids import ClaimId
from helsebro.money import Money
from helsebro.tariffs.fee import Fee
from helsebro.tasks import task
from helsebro.tasks.determination import Determination
from helsebro.tasks.staff_decision import ApprovedAmount, GrantedSessions, StaffDecision, Verdict
from helsebro.tasks.subject import ClaimReview
from helsebro.tasks.task import ProposalOutdated, Task
from helsebro_aws.dynamodb.record import from_item, to_item
from tests.builders.domain.answers import proposal
from tests.builders.domain.asking import question
from tests.domain.refunds.test_refund import billed

AT = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
TODAY = date(2026, 11, 21)
CLAIM_ID = ClaimId(ids.mint("clm", "tryg", b"0123456789"))
GRANT = GrantedSessions(3, TODAY + timedelta(days=180))
TRAIL = [{"rule": "R-831", "clause": "8.3.1"}]
STEPS = Trail((Step("R-831", "8.3.1"),))


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
        "consent": "given",
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


@pytest.mark.parametrize("state", ["undecided", "refused", "withdrawn", "expired"])
def test_nothing_is_granted_without_a_consent_in_force_and_a_denial_stays_possible(
    state: ConsentState,
) -> None:
    with pytest.raises(ConsentMissing):
        ruling.of_claim(claim(consent=state), opened(), decision("approve", grant=GRANT), TODAY)
    for verdict, status in (("deny", "denied"), ("clarify", "clarifying")):
        after = ruling.of_claim(claim(consent=state), opened(), decision(verdict, question="?"), TODAY)  # type: ignore[arg-type]
        assert after.status == status


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


@pytest.mark.parametrize(
    "proposed_for, claim_round, outdated",
    [(1, 1, False), (1, 2, True), (2, 2, False), (None, 2, False)],
)
def test_a_proposal_of_an_earlier_round_cannot_be_decided(
    proposed_for: int | None, claim_round: int, outdated: bool
) -> None:
    """A task without a round was opened without a proposal, or before tasks had one."""
    about, of_round = claim(round=claim_round), replace(opened(), round=proposed_for)
    if not outdated:
        assert ruling.of_claim(about, of_round, decision("deny"), TODAY).status == "denied"
        return
    with pytest.raises(ProposalOutdated):
        ruling.of_claim(about, of_round, decision("deny"), TODAY)


def test_only_a_claim_in_review_can_be_decided() -> None:
    with pytest.raises(NotInReview):
        ruling.of_claim(claim(status="closed"), opened(), decision("deny"), TODAY)


def test_an_approval_past_the_last_day_of_cover_is_a_fault_on_its_validity() -> None:
    ends = {"rule": "R-7145", "clause": "7.14", "effect": "cap", "facts": {"lastDay": "2027-05-15"}}
    reviewed = opened(trail=[ends])

    def approve(valid_until: date) -> Claim:
        grant = GrantedSessions(3, valid_until)
        return ruling.of_claim(claim(), reviewed, decision("approve", grant=grant), TODAY)

    assert approve(date(2027, 5, 15)).status == "approved"
    with pytest.raises(BadInput) as refused:
        approve(date(2027, 5, 16))
    assert [(fault.pointer, fault.code) for fault in refused.value.faults] == [
        ("/grant/validUntil", "grant-outlasts-cover")
    ]


@pytest.mark.parametrize("path, code", [*ruling.OPEN_AMOUNTS.items()])
def test_an_approval_waits_for_what_the_amount_hangs_on_or_names_a_price(path: str, code: str) -> None:
    about = opened(outcome="covered", amountHangsOn=[path])
    with pytest.raises(BadInput) as refused:
        ruling.of_claim(claim(), about, decision("approve", grant=GRANT), TODAY)
    assert [(fault.pointer, fault.code) for fault in refused.value.faults] == [("/grant/perSession", code)]
    priced = replace(GRANT, per_session=Money.of(300))
    assert ruling.of_claim(claim(), about, decision("approve", grant=priced), TODAY).status == "approved"


@pytest.mark.parametrize(
    "decided, code",
    [
        ("reported", "other-insurer-pays-open"),
        ("unreported", "other-insurer-pays-open"),
        ("paid-in-full", "other-insurer-paid"),
        ("none", None),
    ],
)
def test_what_another_insurer_decided_is_no_whole_price_of_ours(decided: str, code: str | None) -> None:
    """R-1413, R-1414: a plain approval would grant what is not ours to pay."""
    told = {"treatment": {"type": "chiropractic"}, "evidence": {"otherInsurer": {"decision": decided}}}
    about = claim(question=question(told))
    found = []
    try:
        ruling.of_claim(about, opened(), decision("approve", grant=GRANT), TODAY)
    except BadInput as refused:
        found = [fault.code for fault in refused.faults]
    assert found == ([code] if code else [])
    priced = replace(GRANT, per_session=Money.of(300))
    assert ruling.of_claim(about, opened(), decision("approve", grant=priced), TODAY).status == "approved"


PRICE = {"amount": "9000.00", "currency": "DKK"}


@pytest.mark.parametrize(
    "treatment, given, fees, code",
    [
        ({"type": "rehabilitation"}, {}, (), "price-open"),
        ({"type": "rehabilitation"}, {"clinic_id": "cli_a"}, (), "price-open"),
        ({"type": "rehabilitation"}, {}, (Fee("follow-up", Money.of(300)),), None),
        ({"type": "rehabilitation"}, {"per_session": Money.of(300)}, (), None),
        ({"type": "rehabilitation", "cost": PRICE}, {}, (), None),
        ({"type": "rehabilitation", "inNetwork": False}, {}, (), None),
        ({"type": "medicine"}, {}, (), None),
    ],
    ids=["open", "at a clinic", "of a tariff", "agreed", "of the case", "of a bill", "without a clinic"],
)
def test_no_clinic_is_promised_a_treatment_without_a_price(
    treatment: dict[str, Any], given: dict[str, Any], fees: tuple[Fee, ...], code: str | None
) -> None:
    about = claim(treatment_type=str(treatment["type"]), question=question({"treatment": treatment}))
    decided = decision("approve", grant=replace(GRANT, **given), fees=fees)
    found = []
    try:
        ruling.of_claim(about, opened(grant={"perSession": None}), decided, TODAY)
    except BadInput as refused:
        found = [(fault.pointer, fault.code) for fault in refused.faults]
    assert found == ([("/grant/perSession", code)] if code else [])


@pytest.mark.parametrize(
    "open_amounts, refused",
    [
        (["evidence.subsidy"], {"subsidy-open"}),
        (["treatment.cost", "evidence.subsidy"], set()),
        (["evidence.ratePerKm", "evidence.subsidy"], {"rate-per-km-open", "subsidy-open"}),
    ],
)
def test_an_approval_needs_the_subsidy_of_a_price_that_is_known(
    open_amounts: list[str], refused: set[str]
) -> None:
    """A tariff, or the bill to come, is less the subsidy once it is known (R-306)."""
    proposed = opened(amountHangsOn=open_amounts)
    agreed = replace(GRANT, per_session=Money.of("250.00"))
    assert ruling.of_claim(claim(), proposed, decision("approve", grant=agreed), TODAY).status == "approved"
    codes = set[str]()
    try:
        ruling.of_claim(claim(), proposed, decision("approve", grant=GRANT), TODAY)
    except BadInput as bad:
        codes = {fault.code for fault in bad.faults}
    assert codes == refused
    at_tariff = decision("approve", grant=GRANT, fees=(Fee("follow-up", Money.of(300)),))
    if refused == {"subsidy-open"}:
        assert ruling.of_claim(claim(), proposed, at_tariff, TODAY).status == "approved"
