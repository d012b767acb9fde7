"""A denial names its clause and its reason, in the words of the member's language."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.ids import ClaimId
from tests.builders.claims import pointers, read
from tests.builders.decisions import claim_in_review, decide, insured_anna, task_of
from tests.builders.messages.threads import set_canned

pytestmark = pytest.mark.usefixtures("aws")
TEXTS = {"da": "Ikke nødvendig, siger {{ payer }}", "nb": "Ikke nødvendig", "en": "Not necessary"}


@pytest.fixture
def claim_id(aws: dict[str, Any]) -> ClaimId:
    assert aws
    insured_anna()
    set_canned("not-necessary", texts=TEXTS, clause="8.2")
    return claim_in_review()


def decision_of(claim_id: ClaimId) -> dict[str, Any]:
    made: dict[str, Any] = read(claim_id).body["decision"]
    return made


def test_a_denial_has_the_clause_that_the_staff_name(claim_id: ClaimId) -> None:
    assert decide(task_of(claim_id), {"decision": "deny", "reason": "Nej", "clause": "6.1"}).status == 200
    assert (decision_of(claim_id)["clause"], decision_of(claim_id)["reason"]) == ("6.1", "Nej")


@pytest.mark.usefixtures("claim_id")
def test_without_one_it_is_the_clause_of_the_first_reason() -> None:
    at_work = claim_in_review(cause="work")
    assert decide(task_of(at_work), {"decision": "deny", "reason": "Nej"}).status == 200
    made = decision_of(at_work)
    assert made["clause"] in {row["clause"] for row in made["trail"] if row["effect"] == "deny"}


def test_a_canned_reason_is_in_the_members_language_and_names_the_clause(claim_id: ClaimId) -> None:
    denial = {"decision": "deny", "cannedAnswer": "not-necessary"}
    assert decide(task_of(claim_id), denial).status == 200
    made = decision_of(claim_id)
    assert made["clause"] == "8.2"
    assert made["reason"].startswith("Ikke nødvendig, siger ")
    assert "{{" not in made["reason"]


@pytest.mark.parametrize(
    "body, faults",
    [
        ({"decision": "deny"}, {("/reason", "reason-missing")}),
        (
            {"decision": "deny", "clause": "99.9", "cannedAnswer": "none"},
            {("/cannedAnswer", "unknown-canned-answer"), ("/clause", "unknown-clause")},
        ),
        (
            {"decision": "deny", "clause": "six", "reason": "Nej", "cannedAnswer": "not-necessary"},
            {("/cannedAnswer", "text-or-canned"), ("/clause", "clause-malformed")},
        ),
        (
            {"decision": "clarify", "question": "Knæ?", "clause": "6.1", "cannedAnswer": "not-necessary"},
            {("/clause", "clause-is-for-deny"), ("/cannedAnswer", "canned-is-for-deny")},
        ),
    ],
)
def test_every_fault_of_a_denial_is_named(
    claim_id: ClaimId, body: dict[str, Any], faults: set[tuple[str, str]]
) -> None:
    refused = decide(task_of(claim_id), body)
    assert (refused.status, pointers(refused)) == (422, faults)
    assert read(claim_id).body["status"] == "in-review"
