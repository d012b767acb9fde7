"""An open question of the staff, answered by facts, by papers or in words."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from tests.builders.claims import (
    asked_in,
    document_of,
    explained,
    fact_of,
    outbox_rows,
    pointers,
    read,
    state_facts,
)
from tests.builders.decisions import claim_in_review, decide, task_of
from tests.builders.documents.checked_papers import check

pytestmark = pytest.mark.usefixtures("aws")


def clarified(**question: Any) -> ClaimId:
    claim_id = claim_in_review()
    answer = decide(task_of(claim_id), {"decision": "clarify", **question})
    assert answer.status == 200, answer.body
    return claim_id


def test_a_question_by_facts_is_answered_by_them() -> None:
    claim_id = clarified(facts=["condition.arisenOn", "condition.symptomsFrom"])
    claim = read(claim_id).body
    assert claim["clarification"]["facts"] == ["condition.arisenOn", "condition.symptomsFrom"]
    assert {"condition.arisenOn", "condition.symptomsFrom"} <= asked_in(claim)
    assert claim["missing"] == ["facts"]
    assert state_facts(claim_id, {"condition.arisenOn": "2024-09-01"}).body["status"] == "clarifying"
    assert state_facts(claim_id, {"condition.symptomsFrom": "2024-09-02"}).body["status"] == "in-review"


def test_a_fact_that_the_staff_ask_for_is_the_members_even_if_they_did_not_know_it_before() -> None:
    claim_id, path = claim_in_review(), "condition.symptomsFrom"
    assert state_facts(claim_id, {path: "unknown"}).status == 200
    assert fact_of(read(claim_id).body, path)["askedOf"] == "staff"
    task_id = task_of(claim_id)
    assert decide(task_id, {"decision": "clarify", "facts": [path]}).status == 200
    assert fact_of(read(claim_id).body, path)["askedOf"] == "member"
    assert path in asked_in(read(claim_id).body)


def test_a_paper_answers_only_the_fact_that_it_proves() -> None:
    claim_id = clarified(question="Why?", facts=["evidence.specialistOrder", "condition.diagnosedOn"])
    check(claim_id, document_of(claim_id, fileType="specialist-order"))
    claim = state_facts(claim_id, answer={"text": "I cannot find it"}).body
    assert (claim["status"], claim["missing"]) == ("clarifying", ["facts"])
    assert asked_in(claim) & {"evidence.specialistOrder", "condition.diagnosedOn"} == {
        "condition.diagnosedOn"
    }
    assert state_facts(claim_id, {"condition.diagnosedOn": "2024-09-02"}).body["status"] == "in-review"


def test_a_paper_answers_a_fact_that_was_stated_before_the_question() -> None:
    claim_id = claim_in_review(evidence={"specialistOrder": True})
    body = {"decision": "clarify", "facts": ["evidence.specialistOrder"]}
    assert decide(task_of(claim_id), body).status == 200
    check(claim_id, document_of(claim_id, fileType="journal"))
    assert read(claim_id).body["status"] == "clarifying"
    check(claim_id, document_of(claim_id, fileType="specialist-order"))
    assert read(claim_id).body["status"] == "in-review"


def test_a_question_in_words_is_answered_by_any_paper_but_a_bill() -> None:
    claim_id = clarified(question="Which knee?")
    check(claim_id, document_of(claim_id, fileType="invoice"))
    assert read(claim_id).body["status"] == "clarifying"
    check(claim_id, document_of(claim_id, fileType="journal"))
    assert read(claim_id).body["status"] == "in-review"


def steps_of(claim_id: ClaimId) -> list[tuple[str, Any]]:
    steps = explained(claim_id).body["nextSteps"]
    return [(step["kind"], step.get("fileType") or step.get("facts")) for step in steps]


def test_each_part_of_a_question_is_a_step_until_it_is_answered() -> None:
    referral, diagnosed = "evidence.referral", "condition.diagnosedOn"
    claim_id = clarified(question="Which knee?", facts=[diagnosed, referral])
    assert read(claim_id).body["documentsNeeded"] == ["referral"]
    assert steps_of(claim_id) == [("answer", None), ("paper", "referral"), ("answer", [diagnosed])]
    assert state_facts(claim_id, {diagnosed: "2024-09-02"}).status == 200
    assert steps_of(claim_id)[:2] == [("answer", None), ("paper", "referral")]
    assert state_facts(claim_id, answer={"text": "The left one"}).status == 200
    assert steps_of(claim_id)[0] == ("paper", "referral")
    assert ("answer", None) not in steps_of(claim_id)
    check(claim_id, document_of(claim_id, fileType="referral"))
    assert read(claim_id).body["status"] == "in-review"


def test_words_beside_asked_facts_are_kept_with_the_questions_of_the_facts() -> None:
    claim_id = clarified(facts=["condition.diagnosedOn"])
    asked = fact_of(read(claim_id).body, "condition.diagnosedOn")["question"]
    claim = state_facts(claim_id, answer={"text": "No one has told me"}).body
    assert [reply["question"] for reply in claim["replies"]] == [asked]


def test_a_question_is_answered_in_words(aws: Any) -> None:
    claim_id = clarified(question="Which knee?")
    claim = state_facts(claim_id, answer={"text": "The left one"}).body
    assert (claim["status"], claim["clarification"]) == ("in-review", None)
    [reply] = claim["replies"]
    assert (reply["question"], reply["text"], reply["by"]) == ("Which knee?", "The left one", "member")
    assert {row["data"]["M"]["round"]["N"] for row in outbox_rows(aws, "claim.completed")} == {"1", "2"}


@pytest.mark.parametrize(
    "body, fault",
    [
        ({"decision": "clarify"}, ("/question", "question-missing")),
        ({"decision": "clarify", "facts": ["evidence.horoscope"]}, ("/facts/0", "unknown-fact")),
        ({"decision": "clarify", "facts": ["evidence.approvedBeforehand"]}, ("/facts/0", "fact-of-staff")),
        ({"decision": "clarify", "facts": ["condition.arisenOn"] * 2}, ("/facts/1", "fact-twice")),
        (
            {"decision": "deny", "reason": "No", "facts": ["condition.arisenOn"]},
            ("/facts", "facts-are-for-clarify"),
        ),
    ],
)
def test_a_question_asks_for_something_that_a_member_can_answer(
    body: dict[str, Any], fault: tuple[str, str]
) -> None:
    answer = decide(task_of(claim_in_review()), body)
    assert (answer.status, pointers(answer)) == (422, {fault})
