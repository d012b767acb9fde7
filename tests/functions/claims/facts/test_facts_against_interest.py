"""Facts that lower what the payer pays: they count at once, and the approval confirms only what is proved."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.guarantees.guarantee import Guarantee
from helsebro.ids import ClaimId
from helsebro.money import Money
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from helsebro_aws.guarantees.issue import GuaranteeIssue
from tests.builders.calls import staff
from tests.builders.claims import (
    asked_in,
    claim_of,
    consent,
    document_of,
    explained,
    fact_of,
    pointers,
    read,
    state_facts,
)
from tests.builders.decisions import CHIROPRACTIC, approval, cost, decide, task_of, tasks_in
from tests.builders.documents.checked_papers import check

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker", payer="tryg")
SUBSIDY, OTHER = "evidence.subsidy", "evidence.otherInsurer"
NAME, PAYS = "evidence.otherInsurer.name", "evidence.otherInsurerPays"
NO_SUBSIDY = {"subsidy": cost("0.00")}


def in_review(**evidence: Any) -> ClaimId:
    """A claim of chiropractic in the network at 800 a session, of which the tariff pays 330."""
    treatment = {**CHIROPRACTIC, "cost": cost("800.00"), "practitioner": {"relation": "none"}}
    condition = {"category": "injury", "arisenOn": "2024-09-01", "chronic": False, "circumstances": []}
    claim_id = claim_of(treatment=treatment, condition=condition, evidence=evidence)
    assert consent(claim_id).status == 200
    return claim_id


def guarantee_of(claim_id: ClaimId) -> Guarantee:
    issue = GuaranteeIssue(print_sealed=lambda _: b"%PDF")
    return issue.run(claim_id, task_of(claim_id))


def approved(**evidence: Any) -> ClaimId:
    claim_id = in_review(**evidence)
    assert decide(task_of(claim_id), approval()).status == 200
    return claim_id


def claim_round(claim_id: ClaimId) -> int:
    return DynamoClaims().find(claim_id).round


def steps(claim_id: ClaimId, kind: str) -> list[str]:
    return [step["text"] for step in explained(claim_id).body["nextSteps"] if step["kind"] == kind]


def test_a_stated_subsidy_lowers_the_price_of_the_guarantee_and_stays_stated() -> None:
    claim_id = approved(subsidy=cost("150.00"), otherInsurer="none")
    assert guarantee_of(claim_id).fee == Money.of(180)
    claim = read(claim_id).body
    assert fact_of(claim, SUBSIDY)["state"] == "stated"
    assert fact_of(claim, OTHER)["state"] == "confirmed"


def test_a_later_other_value_opens_a_task_with_both_prices() -> None:
    claim_id = approved(subsidy=cost("150.00"))
    guarantee_of(claim_id)
    assert state_facts(claim_id, {SUBSIDY: cost("200.00")}, CASEWORKER, confirmed=True).status == 200
    [task] = [task for task in tasks_in().body["items"] if task.get("reason") == "facts-changed"]
    assert task["facts"] == [SUBSIDY]
    assert task["price"] == {"promised": cost("180.00"), "now": cost("130.00")}


def test_a_confirmed_equal_value_opens_no_task() -> None:
    claim_id = approved(subsidy=cost("150.00"))
    guarantee_of(claim_id)
    assert state_facts(claim_id, {SUBSIDY: cost("150.00")}, CASEWORKER, confirmed=True).status == 200
    assert tasks_in().body["items"] == []


def test_a_stated_share_of_another_insurer_lowers_the_price() -> None:
    shares = {"name": "Alka", "decision": "limits", "sum": cost("800.00")}
    assert guarantee_of(approved(**NO_SUBSIDY, otherInsurer=shares)).fee == Money.of("96.37")


def test_a_stated_payment_in_full_is_proposed_as_denied() -> None:
    task_of(in_review(**NO_SUBSIDY, otherInsurer="paid-in-full"))
    [task] = tasks_in().body["items"]
    assert task["proposal"]["outcome"] == "not-covered"


def test_a_notified_insurer_is_asked_for_and_the_approval_waits_for_what_it_pays() -> None:
    claim_id = in_review(**NO_SUBSIDY, otherInsurer="reported")
    claim = read(claim_id).body
    assert {NAME, PAYS} <= asked_in(claim)
    task_id = task_of(claim_id)
    [task] = tasks_in().body["items"]
    assert [(row["fact"], row["askedOf"]) for row in task["proposal"]["amountHangsOn"]] == [(PAYS, "member")]
    refused = decide(task_id, approval())
    assert pointers(refused) == {("/grant/perSession", "other-insurer-pays-open")}
    answered = state_facts(claim_id, {NAME: "Alka", PAYS: cost("300.00")})
    assert answered.status == 200
    assert fact_of(answered.body, OTHER)["value"] == "limits"


def test_who_has_not_notified_the_other_insurer_is_asked_to() -> None:
    claim_id = in_review(**NO_SUBSIDY, otherInsurer="unreported")
    assert steps(claim_id, "paper") == ["Report the claim to your other insurer, and send us its answer."]
    task_of(claim_id)
    [task] = tasks_in().body["items"]
    [row] = [row for row in task["proposal"]["trail"] if row["rule"] == "R-1413"]
    assert row["detail"].startswith(
        "Patienten er også forsikret i et andet forsikringsselskab, men har ikke meldt"
    )


@pytest.mark.parametrize("decided", [False, True], ids=["in review", "denied"])
def test_the_papers_are_asked_for_once_the_other_insurer_has_not_paid_in_full(decided: bool) -> None:
    """Nothing is decided by a referral while another insurer has paid it all (R-1414)."""
    claim_id = claim_of(treatment={"type": "physiotherapy"}, evidence={"otherInsurer": "paid-in-full"})
    consent(claim_id)
    claim = read(claim_id).body
    assert (claim["status"], claim["missing"], claim["documentsNeeded"]) == ("in-review", [], [])
    task_id = task_of(claim_id)
    if decided:
        assert decide(task_id, {"decision": "deny", "reason": "8.3.2"}).status == 200
    changed = state_facts(claim_id, {OTHER: "none"}).body
    assert (changed["missing"], changed["documentsNeeded"]) == (["documents"], ["referral"])
    assert "paper" in {step["kind"] for step in explained(claim_id).body["nextSteps"]}


@pytest.mark.parametrize("before", ["unreported", "reported"])
def test_what_the_other_insurer_answered_is_asked_for_once_its_answer_came(before: str) -> None:
    claim_id = in_review(**NO_SUBSIDY, otherInsurer=before)
    check(claim_id, document_of(claim_id, fileType="other-insurance"))
    claim = read(claim_id).body
    assert {OTHER, PAYS} <= asked_in(claim)
    asked = fact_of(claim, OTHER)
    assert [choice["value"] for choice in asked["choices"]] == ["none", "limits", "paid-in-full"]
    task_id = task_of(claim_id, review=claim_round(claim_id))
    [task] = tasks_in().body["items"]
    assert (task["proposal"]["outcome"], pointers(decide(task_id, approval()))) == (
        "covered",
        {("/grant/perSession", "other-insurer-pays-open")},
    )
    answered = state_facts(claim_id, {OTHER: "paid-in-full"})
    assert fact_of(answered.body, OTHER)["value"] == "paid-in-full"
    assert PAYS not in asked_in(answered.body)
