"""Facts about other insurance and the employment: stated, proved, and told together."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from tests.builders.calls import member, staff
from tests.builders.claims import (
    asked_in,
    claim_of,
    consent,
    document_of,
    explained,
    fact_of,
    outbox_rows,
    read,
    report,
    state_facts,
)
from tests.builders.decisions import CHIROPRACTIC, cost, decide, task_of, tasks_in
from tests.builders.documents.checked_papers import check
from tests.builders.policies import BO, insured_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker", payer="tryg")
OTHER, NAME, PAYS = "evidence.otherInsurer", "evidence.otherInsurer.name", "evidence.otherInsurerPays"
FORMER = {
    "evidence.formerInsurance.product": "health-insurance",
    "evidence.formerInsurance.beganOn": "2020-01-01",
    "evidence.formerInsurance.endedOn": "2026-01-01",
}
SESSIONS = "treatment.sessions"
DENIAL = {"decision": "deny", "reason": "It waits."}
LEFT = "evidence.employmentEndedOn"


def course(**evidence: Any) -> ClaimId:
    return claim_of(treatment=CHIROPRACTIC, evidence=evidence)


def rules_in(claim_id: ClaimId) -> set[str]:
    task_of(claim_id)
    [task] = tasks_in().body["items"]
    return {row["rule"] for row in task["proposal"]["trail"]}


def pointers(answer: Any) -> set[tuple[str, str]]:
    return {(fault["pointer"], fault["code"]) for fault in answer.body["errors"]}


def test_a_reported_insurer_is_stated_by_name_decision_and_sum_and_waits_for_its_paper() -> None:
    claim = read(course(otherInsurer={"name": "Topdanmark", "sum": cost("300.00")})).body
    values = {path: fact_of(claim, path)["value"] for path in (OTHER, NAME, PAYS)}
    assert values == {OTHER: "limits", NAME: "Topdanmark", PAYS: cost("300.00")}
    assert {fact_of(claim, path)["state"] for path in values} == {"stated"}
    assert "other-insurance" in claim["documentsNeeded"]


def test_a_second_insurer_is_stated_by_path_and_counts_once_its_paper_is_accepted() -> None:
    claim_id = course()
    stated = state_facts(claim_id, {OTHER: "limits", NAME: "Topdanmark", PAYS: cost("300.00")})
    assert stated.status == 200
    assert fact_of(stated.body, NAME)["answerKind"] == "text"
    assert consent(claim_id).status == 200
    assert check(claim_id, document_of(claim_id, fileType="other-insurance")) == "accepted"
    assert "R-1415" in rules_in(claim_id)
    assert fact_of(read(claim_id).body, NAME)["value"] == "Topdanmark"


def test_a_paper_in_review_that_proves_a_stated_fact_begins_a_new_round(aws: dict[str, Any]) -> None:
    claim_id = course(otherInsurer={"name": "Topdanmark", "sum": cost("300.00")})
    assert consent(claim_id).body["status"] == "given"
    assert read(claim_id).body["status"] == "in-review"
    assert check(claim_id, document_of(claim_id, fileType="other-insurance")) == "accepted"
    [row] = outbox_rows(aws, "claim.facts-changed")
    assert row["data"]["M"]["round"]["N"] == "2"


def test_the_objects_of_a_report_are_stated_on_the_case_too() -> None:
    claim_id = course()
    former = {path.rpartition(".")[2]: value for path, value in FORMER.items()}
    insurer = {"name": "Topdanmark", "decision": "limits", "sum": cost("300.00")}
    claim = state_facts(claim_id, {OTHER: insurer, "evidence.formerInsurance": former}).body
    assert {path: fact_of(claim, path)["value"] for path in (OTHER, NAME, PAYS)} == {
        OTHER: "limits",
        NAME: "Topdanmark",
        PAYS: cost("300.00"),
    }
    assert {path: fact_of(claim, path)["value"] for path in FORMER} == FORMER
    withdrawn = state_facts(claim_id, {"evidence.formerInsurance": None})
    assert (withdrawn.status, fact_of(withdrawn.body, next(iter(FORMER))).get("value")) == (200, None)


def test_a_stated_former_insurance_counts_once_its_paper_is_accepted() -> None:
    claim_id = course()
    stated = state_facts(claim_id, FORMER).body
    assert {fact_of(stated, path)["value"] for path in FORMER} == {*FORMER.values()}
    assert "other-insurance" in stated["documentsNeeded"]
    assert consent(claim_id).status == 200
    assert check(claim_id, document_of(claim_id, fileType="other-insurance")) == "accepted"
    assert rules_in(claim_id) & {"R-1308", "R-1309"}


def test_a_reported_former_insurance_is_kept() -> None:
    former = {path.rpartition(".")[2]: value for path, value in FORMER.items()}
    claim = read(course(formerInsurance=former)).body
    assert {path: fact_of(claim, path)["value"] for path in FORMER} == FORMER


def test_a_member_who_is_no_longer_employed_says_so_when_reporting() -> None:
    claim_id = course(employmentEndedOn="2026-10-01")
    assert consent(claim_id).status == 200
    assert "R-1312" in rules_in(claim_id)


def test_a_member_who_is_no_longer_employed_says_so_on_the_case() -> None:
    claim_id = course()
    assert fact_of(state_facts(claim_id, {LEFT: "2026-10-01"}).body, LEFT)["state"] == "stated"
    assert consent(claim_id).status == 200
    assert "R-1312" in rules_in(claim_id)


def test_without_a_statement_the_enrolment_counts() -> None:
    claim_id = course()
    assert consent(claim_id).status == 200
    assert "R-1312" not in rules_in(claim_id)


@pytest.mark.parametrize(
    "stated, faults",
    [
        ({OTHER: "none", NAME: "Topdanmark"}, {("/facts/1/value", "other-insurer-none")}),
        ({NAME: ""}, {("/facts/0/value", "missing")}),
        ({NAME: {"name": "Topdanmark"}}, {("/facts/0/value", "not-a-string")}),
        ({OTHER: {"name": "Topdanmark", "decision": "perhaps"}}, {("/facts/0/value", "unknown-value")}),
        ({OTHER: {"name": "Topdanmark", "chosen": 1}}, {("/facts/0/path", "unknown-fact")}),
        (
            {NAME: "Topdanmark", PAYS: {"amount": "-1.00", "currency": "DKK"}},
            {("/facts/1/value/amount", "negative")},
        ),
        ({OTHER: "perhaps", NAME: "Topdanmark"}, {("/facts/0/value", "unknown-value")}),
        (
            {**FORMER, "evidence.formerInsurance.endedOn": "2019-12-31"},
            {("/facts/2/value", "former-ended-before-it-began")},
        ),
        ({LEFT: "yesterday"}, {("/facts/0/value", "not-a-date")}),
    ],
)
def test_a_contradiction_or_a_wrong_value_is_refused_at_its_fact(
    stated: dict[str, Any], faults: set[tuple[str, str]]
) -> None:
    assert pointers(state_facts(course(), stated)) == faults


def test_parts_of_a_former_insurance_that_lack_are_named() -> None:
    answer = state_facts(course(), {"evidence.formerInsurance.product": "other"})
    named = [fault["detail"] for fault in answer.body["errors"] if fault["code"] == "fact-missing-beside"]
    assert [any(path in detail for detail in named) for path in list(FORMER)[1:]] == [True, True]


def test_a_former_insurance_is_withdrawn_as_a_whole() -> None:
    claim_id = course()
    assert state_facts(claim_id, FORMER).status == 200
    withdrawn = state_facts(claim_id, {"evidence.formerInsurance.product": None}).body
    assert not {fact["path"] for fact in withdrawn["facts"]} & FORMER.keys()


def test_a_report_with_a_former_insurance_that_ended_before_it_began_is_refused() -> None:
    former = {"product": "other", "beganOn": "2026-01-01", "endedOn": "2025-01-01"}
    answer = report(evidence={"formerInsurance": former})
    assert pointers(answer) == {("/evidence/formerInsurance/endedOn", "former-ended-before-it-began")}


def waiting() -> dict[str, Any]:
    """A claim for an injury from before the policy began, which waits (R-704)."""
    insured_of(
        policy_of("tryg", number="SF-2026", effectiveFrom="2026-01-01"), cpr=BO, enrolledOn="2026-01-01"
    )
    condition = {"category": "injury", "arisenOn": "2025-10-01", "chronic": False}
    claim_id = claim_of(
        by=member(BO), treatment={**CHIROPRACTIC, "startsOn": "2026-12-01"}, condition=condition
    )
    return dict(read(claim_id, member(BO)).body)


def test_a_claim_that_waits_asks_for_a_former_insurance_and_needs_its_paper() -> None:
    claim = waiting()
    assert asked_in(claim) == {*FORMER}
    assert "facts" not in claim["missing"]
    assert "none" in {choice["value"] for choice in fact_of(claim, next(iter(FORMER)))["choices"]}
    stated = state_facts(claim["claimId"], FORMER, member(BO)).body
    assert not asked_in(stated) & {*FORMER}
    assert "other-insurance" in stated["documentsNeeded"]


def test_a_member_without_a_former_insurance_says_so_once() -> None:
    claim_id = waiting()["claimId"]
    path = next(iter(FORMER))
    stated = state_facts(claim_id, {path: "none"}, member(BO)).body
    assert (asked_in(stated), stated["documentsNeeded"]) == (set(), [])
    assert fact_of(stated, path)["value"] == "none"
    assert pointers(state_facts(claim_id, {**FORMER, path: "none"}, member(BO))) == {
        ("/facts/1/value", "former-insurance-none"),
        ("/facts/2/value", "former-insurance-none"),
    }


def test_another_insurer_is_asked_for_once_and_no_review_waits_for_it() -> None:
    claim_id = course()
    asked = fact_of(read(claim_id).body, OTHER)
    assert (asked["state"], asked["askedOf"], asked["required"]) == ("asked", "member", False)
    assert fact_of(state_facts(claim_id, {OTHER: "none"}).body, OTHER)["state"] == "stated"


def test_an_insurer_that_is_asked_for_is_not_required_for_the_paper_of_another_fact() -> None:
    stated = state_facts(course(), FORMER).body
    assert "other-insurance" in stated["documentsNeeded"]
    assert fact_of(stated, OTHER)["required"] is False


def test_the_price_question_says_whether_it_asks_for_one_session() -> None:
    outside = {**CHIROPRACTIC, "inNetwork": False}
    uncounted = {name: value for name, value in outside.items() if name not in ("sessions", "cost")}
    course_of = read(claim_of(treatment=uncounted)).body
    assert fact_of(course_of, SESSIONS)["askedOf"] == "member"
    whole = read(claim_of(treatment={"type": "surgery", "country": "DK", "inNetwork": False})).body
    assert fact_of(whole, SESSIONS) == {}
    prices = [fact_of(claim, "treatment.cost")["question"] for claim in (course_of, whole)]
    assert prices == ["Hvad koster én behandling?", "Hvad koster operationen i alt?"]


def steps_of(claim_id: ClaimId) -> list[dict[str, Any]]:
    return list(explained(claim_id, member(BO)).body["nextSteps"])


def reviewed_waiting() -> ClaimId:
    claim_id = waiting()["claimId"]
    assert consent(claim_id, by=member(BO)).status == 200
    return ClaimId(claim_id)


def test_the_questions_about_a_former_insurance_say_that_they_can_change_the_answer() -> None:
    [step] = [step for step in steps_of(reviewed_waiting()) if step["kind"] == "answer"]
    assert (step["facts"], step["required"]) == ([*FORMER], False)
    assert "they can change whether we cover the treatment" in step["text"]


def test_the_paper_of_a_former_insurance_is_named_and_can_change_the_answer() -> None:
    claim_id = reviewed_waiting()
    assert state_facts(claim_id, FORMER, member(BO)).status == 200
    [step] = [step for step in steps_of(claim_id) if step["kind"] == "paper"]
    assert step["fileType"] == "other-insurance"
    assert step["text"] == (
        "Send us papers from your earlier insurer as well. "
        "We do not wait for them, but they can change the answer."
    )


def test_the_answer_of_another_insurer_still_changes_the_amount_only() -> None:
    claim_id = course(otherInsurer={"name": "Topdanmark", "sum": cost("300.00")})
    assert consent(claim_id).status == 200
    [step] = [step for step in explained(claim_id).body["nextSteps"] if step["kind"] == "paper"]
    assert "the answer of your other insurer" in step["text"]
    assert "it can change the amount" in step["text"]


def denied_for_its_wait() -> ClaimId:
    claim_id = reviewed_waiting()
    assert decide(task_of(claim_id), DENIAL).status == 200
    return claim_id


def test_a_former_insurance_told_after_the_denial_reopens_it() -> None:
    claim_id = denied_for_its_wait()
    changes = {change["fact"] for change in explained(claim_id, member(BO)).body["wouldChange"]}
    assert "evidence.formerInsurance.product" in changes
    assert state_facts(claim_id, FORMER, member(BO)).body["status"] == "in-review"


def test_a_denied_claim_asks_for_the_paper_of_the_former_insurance_that_was_told() -> None:
    claim_id = reviewed_waiting()
    assert state_facts(claim_id, FORMER, member(BO)).status == 200
    assert decide(task_of(claim_id), DENIAL).status == 200
    steps = steps_of(claim_id)
    assert "Send us papers from your earlier insurer, and we will assess the case again." in [
        step["text"] for step in steps
    ]
    assert "evidence" not in [step["kind"] for step in steps]


def test_a_former_insurance_that_was_too_short_is_not_said_to_change_the_answer() -> None:
    claim_id = reviewed_waiting()
    short = {**FORMER, "evidence.formerInsurance.beganOn": "2025-12-01"}
    assert state_facts(claim_id, short, member(BO)).status == 200
    assert decide(task_of(claim_id), DENIAL).status == 200
    answer = explained(claim_id, member(BO)).body
    assert "evidence.formerInsurance.product" not in {change["fact"] for change in answer["wouldChange"]}
    assert "paper" not in [step["kind"] for step in answer["nextSteps"]]
