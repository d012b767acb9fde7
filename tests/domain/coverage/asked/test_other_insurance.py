"""Another insurer is asked for where it turns the claim, a former insurance where it ends a denial."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helsebro.coverage.asked.facts_needed import facts_needed
from helsebro.coverage.engine import assess
from helsebro.coverage.question import question_json
from helsebro.coverage.question.former import Former
from helsebro.coverage.question.question import Question
from tests.builders.domain.asking import LEISURE, TODAY, body, question

OTHER = "evidence.otherInsurer"
FORMER = [f"evidence.formerInsurance.{name}" for name in ("product", "beganOn", "endedOn")]
BEFORE = {
    "condition__arisenOn": "2023-12-01",
    "condition__symptomsFrom": "2023-12-01",
    "condition__diagnosedOn": "2023-12-01",
}
"""Two years before the cover began, so that the claim waits (R-704)."""
EARLY = replace(LEISURE, effective_from=date(2026, 1, 1), enrolled_on=date(2026, 1, 1))


def waiting(**changes: object) -> Question:
    return question(body(**BEFORE, **changes))


def paths(asked: Question, cover: object = EARLY) -> list[str]:
    return [fact.path for fact in facts_needed(asked, cover, TODAY)]  # type: ignore[arg-type]


def test_a_claim_that_is_not_denied_asks_once_for_another_insurer() -> None:
    [asked] = [fact for fact in facts_needed(question(body()), LEISURE, TODAY) if fact.path == OTHER]
    assert (asked.asked_of, asked.holds_review) == ("member", False)
    for stated in ("none", "reported", "limits", "unreported"):
        assert OTHER not in paths(question(body(evidence__otherInsurer=stated)), LEISURE)


def test_a_claim_that_is_denied_anyway_asks_for_no_insurer() -> None:
    denied = question(body(treatment__type="naturopath"))
    assert paths(denied) == []


def test_a_wait_that_a_former_insurance_ends_asks_for_it_and_for_nothing_else() -> None:
    assert assess(waiting(), EARLY, TODAY).outcome == "not-covered"
    needed = facts_needed(waiting(), EARLY, TODAY)
    assert [fact.path for fact in needed] == FORMER
    assert {(fact.asked_of, fact.holds_review) for fact in needed} == {("member", False)}


@pytest.mark.parametrize(
    "changes",
    [
        {"evidence__formerInsurance": {"product": "none"}},
        {
            "evidence__formerInsurance": {
                "product": "health-insurance",
                "beganOn": "2025-12-31",
                "endedOn": "2026-01-01",
            }
        },
        {"treatment__country": "US", "condition__circumstances": ["intent"]},
    ],
    ids=["there was none", "too short", "another denial stays"],
)
def test_a_former_insurance_that_is_known_or_helps_nothing_is_not_asked_for(
    changes: dict[str, object],
) -> None:
    assert assess(waiting(**changes), EARLY, TODAY).outcome == "not-covered"
    assert paths(waiting(**changes)) == []


def test_a_policy_that_knows_the_former_insurance_asks_for_none() -> None:
    short = Former("health-insurance", date(2025, 12, 31), date(2026, 1, 1))
    assert paths(waiting(), replace(EARLY, former=short)) == []
    assert paths(waiting(), replace(EARLY, seniority_from=date(2025, 12, 31))) == []


def test_a_stated_former_insurance_ends_the_wait() -> None:
    former = {"product": "health-insurance", "beganOn": "2015-01-01", "endedOn": "2026-01-01"}
    assert assess(waiting(evidence__formerInsurance=former), EARLY, TODAY).outcome == "covered"


def test_no_former_insurance_is_kept_in_the_question() -> None:
    asked = waiting(evidence__formerInsurance={"product": "none"})
    assert question_json.read(question_json.write(asked)) == asked
    assert asked.evidence.no_former


def test_no_former_insurance_has_no_days() -> None:
    shape = body(evidence__formerInsurance={"product": "none", "endedOn": "2026-01-01"})
    _, faults = question_json.read_with_faults(shape)
    assert [(fault.pointer, fault.code) for fault in faults] == [
        ("/evidence/formerInsurance/endedOn", "former-insurance-none")
    ]
