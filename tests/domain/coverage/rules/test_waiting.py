"""The first day of cover after all waits together, and what waiting does not change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json
from helsebro.coverage.question.cover import Cover
from helsebro.coverage.question.former import Former
from tests.builders.domain.asking import LEISURE, TODAY, body, decided, kroner, row

OLD = {"condition__arisenOn": "2025-01-10", "condition__symptomsFrom": "2025-01-10"}
SINCE_MARCH = replace(LEISURE, effective_from=date(2025, 3, 14), enrolled_on=date(2025, 3, 14))
USED_UP = row("surgery", "2026-10-10", cost=kroner("500000.00"))
JULY = replace(LEISURE, policy_year_start="07-01")


def from_day(cover: Cover, **changes: object) -> date | None:
    return decided(cover, **changes).covered_from


def test_a_used_up_sum_waits_for_the_next_policy_year() -> None:
    assert from_day(JULY, history=[USED_UP]) == date(2027, 7, 1)


def test_a_used_up_sum_waits_for_the_index_that_raises_it() -> None:
    indexed = replace(JULY, sum_index=((date(2027, 1, 1), Decimal("1.5")),))

    assert from_day(indexed, history=[USED_UP]) == date(2027, 1, 1)


@pytest.mark.parametrize(
    "sentence, changes, percent",
    [
        ("an index that raises it too little", {}, "0.00"),
        ("sums that are not indexed", {"parameters": {"sumsIndexed": False}}, "5"),
        ("a step before the policy began", {"effective_from": date(2027, 1, 1)}, "5"),
    ],
)
def test_a_used_up_sum_does_not_wait_for(sentence: str, changes: dict[str, object], percent: str) -> None:
    indexed = replace(JULY, sum_index=((date(2027, 1, 1), Decimal(percent)),))
    cover = replace(indexed, **changes)  # type: ignore[arg-type]

    assert from_day(cover, history=[USED_UP]) != date(2027, 1, 1), sentence


def test_a_printed_amount_waits_for_the_index_only_where_the_policy_says_so() -> None:
    pain = {"treatment__type": "misuse", "history": [row("misuse", "2026-10-10", cost=kroner("100000.00"))]}
    indexed = replace(JULY, sum_index=((date(2027, 1, 1), Decimal(2)),))

    assert from_day(indexed, **pain) is None
    assert from_day(replace(indexed, parameters={"indexPrintedAmounts": True}), **pain) == date(2027, 1, 1)


@pytest.mark.parametrize(
    "sentence, former, expected",
    [
        ("no former insurance", None, date(2027, 3, 14)),
        (
            "an unbroken equal insurance",
            Former("health-insurance", date(2023, 3, 1), date(2025, 3, 14)),
            None,
        ),
        ("one day's gap", Former("health-insurance", date(2023, 3, 1), date(2025, 3, 13)), date(2027, 3, 14)),
        (
            "an insurance of diagnoses",
            Former("diagnosis-insurance", date(2023, 3, 1), date(2025, 3, 14)),
            date(2027, 3, 14),
        ),
    ],
)
def test_a_former_insurance_shortens_the_wait(
    sentence: str, former: Former | None, expected: date | None
) -> None:
    decision = decided(replace(SINCE_MARCH, former=former), **OLD)

    assert decision.covered_from == expected, sentence
    assert (decision.outcome == "covered") is (expected is None)


def test_a_wait_set_by_the_policy_counts_from_the_former_insurances_start() -> None:
    former = Former("health-insurance", date(2024, 12, 31), date(2025, 3, 14))
    cover = replace(SINCE_MARCH, former=former, parameters={"preExistingWaitMonths": 26})
    old = {"condition__arisenOn": "2024-12-30", "condition__symptomsFrom": None}

    assert from_day(cover, **old) == date(2027, 2, 28)


def test_paying_ends_a_suspension_and_waiting_does_not() -> None:
    unpaid = replace(LEISURE, suspended=((date(2026, 11, 10), None),))

    decision = decided(unpaid)
    assert (decision.outcome, decision.covered_from) == ("not-covered", None)


def test_cover_continues_from_the_day_of_payment_and_the_next_wait_goes_on() -> None:
    paid = replace(SINCE_MARCH, suspended=((date(2026, 11, 1), date(2026, 11, 21)),))
    early = {"treatment__startsOn": "2026-11-20"}

    assert from_day(paid, **early) == date(2026, 11, 21)
    assert from_day(paid, **early, **OLD) == date(2027, 3, 14)


def test_waits_of_every_kind_end_one_after_the_other() -> None:
    new = replace(
        JULY,
        effective_from=date(2026, 9, 30),
        enrolled_on=date(2026, 9, 30),
        parameters={"preExistingWaitMonths": 3},
        suspended=((date(2026, 11, 1), date(2026, 11, 21)),),
    )
    misuse = {
        "treatment__type": "misuse",
        "treatment__startsOn": "2026-11-15",
        "condition__arisenOn": "2026-08-01",
        "condition__symptomsFrom": None,
    }

    assert from_day(new, **misuse) == date(2027, 3, 30)
    assert from_day(new, **misuse, history=[USED_UP]) == date(2027, 7, 1)


def test_a_wait_past_the_end_of_the_run_off_never_ends() -> None:
    assert from_day(replace(SINCE_MARCH, left_on=date(2026, 8, 31)), **OLD) is None


def test_a_wait_that_ends_in_a_persons_decision_has_no_first_day_of_cover() -> None:
    assert from_day(SINCE_MARCH, **OLD, evidence__approvedBeforehand=False) is None


@pytest.mark.parametrize("as_of", ["2025-02-01", "2026-11-21", "2028-06-01"])
def test_the_day_of_the_decision_changes_no_wait(as_of: str) -> None:
    assert from_day(SINCE_MARCH, **OLD, asOf=as_of) == date(2027, 3, 14)


def test_a_question_without_a_day_of_treatment_counts_as_of_its_own_day() -> None:
    used = row("physiotherapy", "2026-02-20", sessions=12, inNetwork=False, conditionKey="other")
    shape = body(treatment__startsOn=None, treatment__inNetwork=False, history=[used])

    now = decide(question_json.read(shape), LEISURE, TODAY)
    later = decide(question_json.read({**shape, "asOf": "2027-01-01"}), LEISURE, TODAY)

    assert "history" not in later.missing
    assert {step.rule.id: step.found.facts.get("left") for step in later.trail}["R-832"] == 12
    assert now.outcome == "not-covered"
    assert {step.rule.id: step.found.facts.get("left") for step in now.trail}["R-832"] == 0


def test_a_payment_that_is_not_yet_known_ends_no_suspension() -> None:
    paid = replace(LEISURE, suspended=((date(2026, 11, 10), date(2026, 12, 15)),))

    assert decided(paid).outcome == "not-covered"
    assert decided(paid, asOf="2026-12-15").covered_from == date(2026, 12, 15)
