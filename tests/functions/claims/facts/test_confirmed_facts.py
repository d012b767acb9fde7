"""Confirmed facts of a claim: which paper proves them, who changes them, and who looks at what changed."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.calls import Answered, staff
from tests.builders.claims import claim_of, document_of, fact_of, outbox_rows, read, state_facts
from tests.builders.decisions import approval, claim_in_review, decide, task_of
from tests.builders.documents.checked_papers import check

pytestmark = pytest.mark.usefixtures("aws")
CASEWORKER = staff("caseworker", payer="tryg")
SUBSIDY = "evidence.subsidy"
ARISEN = "condition.arisenOn"
NOT_ACCEPTED = ("/documentId", "no-accepted-paper")


def kroner(amount: str) -> dict[str, str]:
    return {"amount": amount, "currency": "DKK"}


def codes(answer: Answered) -> list[tuple[str, str]]:
    assert answer.status == 422, answer.body
    return [(fault["pointer"], fault["code"]) for fault in answer.body["errors"]]


def approved() -> ClaimId:
    claim_id = claim_in_review(evidence={"disabledForTransport": True})
    assert decide(task_of(claim_id), approval()).status == 200
    return claim_id


def follow_ups() -> list[tuple[str, ...] | None]:
    found, _ = DynamoTasks().open_in("tryg", "claims", 25, None)
    return [task.facts for task in found if task.reason == "facts-changed"]


@pytest.mark.parametrize(
    "path, value",
    [
        (ARISEN, "2020-01-01"),
        ("treatment.sessions", 9),
        ("evidence.disabledForTransport", False),
        (ARISEN, None),
    ],
)
def test_a_member_cannot_change_what_an_approval_confirmed(path: str, value: object) -> None:
    claim_id = approved()
    assert codes(state_facts(claim_id, {path: value})) == [("/facts/0/path", "fact-confirmed")]
    assert fact_of(read(claim_id).body, path)["state"] == "confirmed"


def test_after_a_denial_a_member_states_another_practitioner_beside_the_confirmed_one() -> None:
    path, claim_id = "treatment.practitioner.approvals", claim_in_review()
    assert state_facts(claim_id, {path: ["SA"]}, CASEWORKER, confirmed=True).status == 200
    assert codes(state_facts(claim_id, {path: ["ROD"]})) == [("/facts/0/path", "fact-confirmed")]
    task_id = task_of(claim_id, review=2)
    assert decide(task_id, {"decision": "deny", "reason": "Nej"}).status == 200
    claim = state_facts(claim_id, {path: ["ROD"]}).body
    fact = fact_of(claim, path)
    assert (claim["status"], fact["state"], fact["value"]) == ("in-review", "stated", ["ROD"])
    assert fact["confirmedValue"] == ["SA"]
    assert decide(task_of(claim_id, review=3), approval()).status == 200
    fact = fact_of(read(claim_id).body, path)
    assert (fact["state"], fact["value"], "confirmedValue" in fact) == ("confirmed", ["ROD"], False)


def test_a_member_may_send_a_confirmed_fact_again() -> None:
    claim_id = approved()
    assert state_facts(claim_id, {ARISEN: "2024-09-01"}).status == 200
    assert follow_ups() == []


def test_staff_confirm_another_value_and_remove_none() -> None:
    claim_id = approved()
    assert codes(state_facts(claim_id, {ARISEN: "2024-08-01"}, CASEWORKER)) == [
        ("/facts/0/path", "confirm-anew")
    ]
    assert codes(state_facts(claim_id, {ARISEN: None}, CASEWORKER, confirmed=True)) == [
        ("/facts/0/path", "confirmed-fact-stays")
    ]
    claim = state_facts(claim_id, {ARISEN: "2024-08-01"}, CASEWORKER, confirmed=True).body
    assert fact_of(claim, ARISEN)["value"] == "2024-08-01"
    assert follow_ups() == []


def test_a_new_fact_of_an_approved_claim_opens_a_task_without_its_value(aws: Any) -> None:
    claim_id = approved()
    assert state_facts(claim_id, {SUBSIDY: kroner("0.00")}).status == 200
    assert follow_ups() == [(SUBSIDY,)]
    opened = outbox_rows(aws, "task.opened")[-1]
    assert SUBSIDY not in str(opened)


def test_a_paper_for_a_fact_of_an_approved_claim_opens_a_task() -> None:
    claim_id = approved()
    assert state_facts(claim_id, {SUBSIDY: kroner("50.00")}).status == 200
    check(claim_id, document_of(claim_id, fileType="subsidy-statement"))
    assert follow_ups() == [(SUBSIDY,), (SUBSIDY,)]


def test_a_fact_that_no_rule_of_the_treatment_reads_opens_no_task() -> None:
    claim_id = approved()
    assert state_facts(claim_id, {"treatment.bmi": 31}).status == 200
    assert follow_ups() == []


def test_a_paper_proves_only_the_facts_of_its_own_type() -> None:
    claim_id = claim_in_review()
    referral = document_of(claim_id, fileType="referral")
    check(claim_id, referral)
    body: dict[str, Any] = {"confirmed": True, "documentId": referral}
    police = state_facts(claim_id, {"evidence.policeReport": True}, CASEWORKER, **body)
    assert codes(police) == [("/documentId", "paper-of-other-type")]
    both = {"evidence.referral": "own-doctor", "evidence.policeReport": True}
    assert codes(state_facts(claim_id, both, CASEWORKER, **body)) == [("/documentId", "paper-of-other-type")]
    assert state_facts(claim_id, {"evidence.referral": "own-doctor"}, CASEWORKER, **body).status == 200


def test_a_paper_confirms_a_fact_that_has_no_paper_of_its_own() -> None:
    claim_id = claim_of()
    stated = {"evidence.directlyAfterCoveredStay": True}
    missing: dict[str, Any] = {"confirmed": True, "documentId": "doc_aaaaaaaaaaaaaaaaaaaaaaaa"}
    assert codes(state_facts(claim_id, stated, CASEWORKER, **missing)) == [NOT_ACCEPTED]


def test_a_document_that_is_not_accepted_hides_no_other_fault() -> None:
    claim_id = claim_in_review()
    unchecked: dict[str, Any] = {"confirmed": True, "documentId": document_of(claim_id, fileType="referral")}
    wrong = {"evidence.policeReport": "yes", "evidence.horoscope": True}
    assert codes(state_facts(claim_id, wrong, CASEWORKER, **unchecked)) == [
        NOT_ACCEPTED,
        ("/facts/0/value", "not-a-boolean"),
        ("/facts/1/path", "unknown-fact"),
    ]
