from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from functions.decisions.propose_decision.handler import handler

from helsebro.errors import NotFound
from tests.builders.claims import claim_body
from tests.builders.decisions import CHIROPRACTIC, claim_in_review, completed, insured_anna, today

pytestmark = pytest.mark.usefixtures("aws")


def complete() -> dict[str, Any]:
    return {
        "condition": {**claim_body()["condition"], "arisenAbroad": False, "circumstances": []},
        "treatment": {
            **CHIROPRACTIC,
            "startsOn": str(today() + timedelta(days=1)),
            "practitioner": {"relation": "none"},
        },
    }


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any]) -> str:
    assert aws
    return insured_anna()


def test_the_outcome_is_added_to_what_was_given_and_nothing_else() -> None:
    given = completed(claim_in_review(**complete()))
    assert handler(given, None) == {**given, "proposed": "covered"}


def test_what_is_known_of_the_person_stays_out_of_the_workflows_state() -> None:
    proposed = handler(completed(claim_in_review(condition={"category": "cancer"})), None)
    assert "cancer" not in json.dumps(proposed)


def test_plain_ids_do_as_well_as_an_event() -> None:
    claim_id = claim_in_review()
    assert handler({"claimId": claim_id, "round": 1}, None)["proposed"]


def test_an_unknown_claim_is_not_proposed_for() -> None:
    with pytest.raises(NotFound):
        handler(completed("clm_ar2he6lhaaaaaaaaaaaaaaaa"), None)
