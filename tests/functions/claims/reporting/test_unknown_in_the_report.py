"""The first form's answer of who does not know a fact can be sent with the report, as with a later answer."""

from __future__ import annotations

from typing import Any

import pytest

from helsebro.coverage.asked.asked_fact import UNKNOWN
from helsebro.coverage.asked.asked_facts import ASKED_FACTS
from helsebro.coverage.asked.fact_paths import OTHER_PAYS, body_of
from tests.builders.claims import asked_in, claim_body, claim_of, consent, fact_of, pointers, read, report
from tests.builders.decisions import CHIROPRACTIC, insured_anna

pytestmark = pytest.mark.usefixtures("aws")
UNKNOWABLE = [path for path, row in ASKED_FACTS.items() if row.may_be_unknown]


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def body_without(paths: list[str]) -> dict[str, Any]:
    """Returns the parts of a report in which these facts are unknown, beside what it usually states."""
    parts: dict[str, Any] = body_of(dict.fromkeys(paths, UNKNOWN))
    usual = claim_body()
    return {name: {**usual.get(name, {}), **part} for name, part in parts.items()}


def test_every_fact_that_may_be_unknown_may_be_unknown_in_the_report() -> None:
    claim = read(claim_of(**body_without(UNKNOWABLE))).body
    assert {path: fact_of(claim, path)["value"] for path in UNKNOWABLE} == dict.fromkeys(UNKNOWABLE, UNKNOWN)
    assert asked_in(claim).isdisjoint(UNKNOWABLE)


def test_an_unknown_day_of_treatment_does_not_hold_the_review() -> None:
    claim_id = claim_of(treatment={**CHIROPRACTIC, "startsOn": UNKNOWN})
    assert consent(claim_id).body["claimStatus"] == "in-review"


def test_what_the_other_insurer_pays_may_be_unknown_where_its_answer_stands() -> None:
    insurer = {"otherInsurer": {"name": "Alka", "sum": UNKNOWN}}
    assert fact_of(read(claim_of(evidence=insurer)).body, OTHER_PAYS)["value"] == UNKNOWN


def test_a_fact_that_someone_always_knows_is_not_unknown() -> None:
    answer = report(condition={"category": UNKNOWN})
    assert pointers(answer) == {("/condition/category", "unknown-value")}
