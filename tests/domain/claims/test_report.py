from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from helsebro.claims.report import NewClaim
from helsebro.coverage.question import question_json
from helsebro.ids import PersonId
from helsebro.policies.insured import Insured
from tests.builders.domain.claims import REPORTED

BODY: dict[str, Any] = {
    "cause": "leisure",
    "condition": {"category": "injury", "arisenOn": "2026-02-01"},
    "treatment": {"type": "physiotherapy", "sessions": 3},
}


def insured(**changes: Any) -> Insured:
    base: dict[str, Any] = {
        "payer": "tryg",
        "person_id": "per_1",
        "policy_id": "pol_1",
        "policy_number": "P-1",
        "product": "SF1706",
        "name": "Anna",
        "born_on": date(2012, 2, 29),
        "country": "DK",
        "public_health_insurance": True,
        "enrolled_on": date(2024, 1, 1),
        "relation": "employee",
        "scheme": "company",
    }
    return Insured(**{**base, **changes})


def report(**changes: Any) -> NewClaim:
    asked = question_json.read({**BODY, **changes})
    return NewClaim(asked, "Knee", "member")


def test_a_report_becomes_a_claim_that_waits_for_the_member() -> None:
    made = report().claim(insured(), REPORTED, bytes(10))
    assert (made.status, made.version, made.missing) == ("awaiting-member", 1, ("consent",))
    assert (made.payer, made.policy_number, made.product) == ("tryg", "P-1", "SF1706")
    assert made.question == question_json.read(BODY)
    assert (made.guardian_id, made.guardian_until) == (None, None)


def test_a_child_born_on_a_leap_day_has_a_guardian_until_the_first_of_march() -> None:
    child = insured(relation="child", main_insured_person_id="per_2")
    made = report().claim(child, REPORTED, bytes(10), PersonId("per_2"))
    assert (made.guardian_id, made.guardian_until) == ("per_2", date(2027, 3, 1))


def test_a_spouse_has_no_guardian() -> None:
    spouse = insured(relation="spouse", main_insured_person_id="per_2")
    assert report().claim(spouse, REPORTED, bytes(10), PersonId("per_2")).guardian_id is None


@pytest.mark.parametrize(
    "other",
    [
        {"personId": "per_2"},
        {"asOf": "2020-01-01"},
        {"history": [{"treatmentType": "physiotherapy", "on": "2026-01-01"}]},
    ],
)
def test_only_facts_of_the_case_are_kept_in_the_claims_question(other: dict[str, Any]) -> None:
    assert report(**other).claim(insured(), REPORTED, bytes(10)).question == question_json.read(BODY)


def test_what_a_paper_has_to_prove_is_stated_and_does_not_count_yet() -> None:
    stated = {"referral": "specialist", "disabledForTransport": True, "approvedBeforehand": True}
    made = report(evidence=stated).claim(insured(), REPORTED, bytes(10))
    assert {fact.path: (fact.value, fact.state, fact.stated_by) for fact in made.facts} == {
        "evidence.referral": ("specialist", "stated", "member"),
        "evidence.disabledForTransport": (True, "stated", "member"),
        "evidence.approvedBeforehand": (True, "stated", "member"),
    }
    assert made.question == question_json.read({**BODY, "evidence": {"disabledForTransport": True}})


def test_that_there_is_no_paper_counts_at_once() -> None:
    made = report(evidence={"referral": "none"}).claim(insured(), REPORTED, bytes(10))
    assert made.question.evidence.referral == "none"
