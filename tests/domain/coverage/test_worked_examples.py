"""The worked cases of the public contract, as they stand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helsebro.coverage.engine import decide
from helsebro.coverage.question import question_json
from helsebro.coverage.question.cover import Cover
from helsebro.money import Money
from tests.builders.domain.answers import shown

CASES = json.loads((Path(__file__).parent / "worked_examples.json").read_text(encoding="utf-8"))["cases"]


def cover_of(policy: dict[str, Any], insured: dict[str, Any]) -> Cover:
    return Cover(
        policy_number="P-1",
        product=policy["product"],
        effective_from=date.fromisoformat(policy["effectiveFrom"]),
        policy_year_start=policy["policyYearStart"],
        modules=frozenset(policy["modules"]),
        annual_sum=Money.from_json(policy["annualSum"]),
        parameters=policy["parameters"],
        enrolled_on=date.fromisoformat(insured["enrolledOn"]),
        country=insured["country"],
        public_health_insurance=insured["publicHealthInsurance"],
        relation=insured["relation"],
        scheme=insured["scheme"],
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_worked_case_of_the_contract_has_its_stated_decision(case: dict[str, Any]) -> None:
    expected = case["expect"]
    cover = cover_of(case["policy"], case["insured"])
    answer = shown(decide(question_json.read(case["request"]), cover, date(2026, 11, 21)))
    clauses = {entry["rule"]: entry["clause"] for entry in answer["trail"]}

    assert answer["outcome"] == expected["outcome"]
    assert set(expected["rules"]) <= clauses.keys()
    for name in expected.keys() & {"missing", "coveredFrom"}:
        assert answer[name] == expected[name]
    for name, value in expected.get("grant", {}).items():
        assert answer["grant"][name] == value
    for flip in expected.get("flips", []):
        assert flip in answer["flips"]
    for rule, clause in expected.get("clauses", {}).items():
        assert clauses[rule] == clause
