from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from functions.propose_decision.handler import handler

from helsebro.errors import NotFound
from tests.cases import claim_body
from tests.decisions import CHIROPRACTIC, TODAY, claim_in_review, completed, insured_anna

pytestmark = pytest.mark.usefixtures("aws")

COMPLETE: dict[str, Any] = {
    "condition": {**claim_body()["condition"], "arisenAbroad": False, "circumstances": []},
    "treatment": {
        **CHIROPRACTIC,
        "startsOn": str(TODAY + timedelta(days=1)),
        "practitioner": {"relation": "none"},
    },
}


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def test_the_engines_answer_is_added_to_what_was_given() -> None:
    given = completed(claim_in_review(**COMPLETE))
    proposed = handler(given, None)
    assert {name: proposed[name] for name in given} == given
    proposal = proposed["proposal"]
    assert (proposal["policyNumber"], proposal["product"]) == ("P-SF1706", "SF1706")
    assert {step["rule"] for step in proposal["trail"]} >= {"R-801", "R-831"}
    assert json.loads(json.dumps(proposal)) == proposal


def test_a_treatment_still_to_come_counts_as_approved_beforehand() -> None:
    proposal = handler(completed(claim_in_review(**COMPLETE)), None)["proposal"]
    assert "evidence.approvedBeforehand" not in proposal["missing"]
    assert (proposal["outcome"], proposal["grant"]["sessions"]) == ("covered", 3)


def test_plain_ids_do_as_well_as_an_event() -> None:
    claim_id = claim_in_review()
    assert handler({"claimId": claim_id, "round": 1}, None)["proposal"]["outcome"]


def test_an_unknown_claim_is_not_proposed_for() -> None:
    with pytest.raises(NotFound):
        handler(completed("clm_ar2he6lhaaaaaaaaaaaaaaaa"), None)
