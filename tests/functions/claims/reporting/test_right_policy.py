"""A claim whose cause changes belongs to the person's policy for that cause, as a new report of it would."""

from __future__ import annotations

import pytest

from helsebro.ids import ClaimId
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.calls import staff
from tests.builders.claims import outbox_rows, read, state_facts
from tests.builders.decisions import claim_in_review, decide, insured_anna, task_of
from tests.builders.policies import insured_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def anna(aws: dict[str, object]) -> str:
    assert aws
    return insured_anna()


@pytest.fixture
def work_policy(anna: str) -> str:
    """Anna's second policy."""
    assert anna
    policy_id = policy_of(product="SA1706")
    insured_of(policy_id)
    return policy_id


def product_of(claim_id: ClaimId) -> str:
    return DynamoClaims().find(claim_id).product


@pytest.mark.usefixtures("work_policy")
@pytest.mark.parametrize(
    "first, then, product", [("leisure", "work", "SA1706"), ("work", "leisure", "SF1706")]
)
def test_another_cause_moves_a_claim_in_review_to_the_other_policy(
    first: str, then: str, product: str, aws: dict[str, object]
) -> None:
    claim_id = claim_in_review(cause=first)
    assert product_of(claim_id) != product
    claim = state_facts(claim_id, {"cause": then}).body
    assert (claim["status"], product_of(claim_id)) == ("in-review", product)
    assert claim["policyNumber"] == DynamoClaims().find(claim_id).policy_number
    [row] = outbox_rows(aws, "claim.facts-changed")
    assert row["data"]["M"]["round"]["N"] == "2"


@pytest.mark.usefixtures("work_policy")
def test_a_denied_claim_moves_too_and_keeps_its_denial() -> None:
    claim_id = claim_in_review(cause="leisure")
    assert decide(task_of(claim_id), {"decision": "deny", "reason": "6.1"}).status == 200
    assert state_facts(claim_id, {"cause": "work"}).status == 200
    moved = DynamoClaims().find(claim_id)
    assert (moved.status, moved.product) == ("in-review", "SA1706")
    assert [denial.outcome for denial in moved.earlier_decisions] == ["denied"]


def test_a_claim_stays_under_its_policy_when_the_person_has_no_other() -> None:
    claim_id = claim_in_review(cause="leisure")
    assert state_facts(claim_id, {"cause": "work"}).status == 200
    assert product_of(claim_id) == "SF1706"


@pytest.mark.usefixtures("work_policy")
def test_another_fact_leaves_the_policy() -> None:
    claim_id = claim_in_review(cause="leisure")
    assert state_facts(claim_id, {"condition.chronic": False}).status == 200
    assert product_of(claim_id) == "SF1706"


@pytest.mark.usefixtures("work_policy")
def test_an_approved_claim_stays_where_it_was_approved() -> None:
    claim_id = claim_in_review(cause="leisure")
    assert decide(task_of(claim_id)).status == 200
    answer = state_facts(claim_id, {"cause": "work"}, by=staff("caseworker"), confirmed=True)
    assert (answer.status, answer.body["code"]) == (409, "approved-under-other-policy")
    assert read(claim_id).body["status"] == "approved"
