"""Who may state facts of a claim, and in which role."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from helsebro.ids import ClaimId, PersonId
from helsebro.local_day import local_day
from helsebro_aws.claims.dynamo_claims import DynamoClaims
from tests.builders.calls import member, staff
from tests.builders.claims import (
    REHABILITATION,
    STAY,
    claim_of,
    consent,
    fact_of,
    read,
    rehabilitation,
    state_facts,
)
from tests.builders.decisions import CHIROPRACTIC, decide, task_of
from tests.builders.mandates import given, revoke
from tests.builders.policies import ANNA, BO, CARL, insured_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
ORDER = "evidence.specialistOrder"


def of_carl(anna: PersonId, **reported: object) -> ClaimId:
    """Reports a claim of Carl, a child of ten, by his parent Anna."""
    policy_id = policy_of("tryg", number="P-family")
    carl = insured_of(
        policy_id, cpr=CARL, relation="child", mainInsuredPersonId=anna, enrolledOn="2024-01-01"
    )
    return claim_of(member(ANNA), personId=carl, **{"treatment": REHABILITATION, **reported})


def turned_15(claim_id: ClaimId) -> None:
    """Lets the guardian's right, and the mandates that the guardian gave, end today."""
    today = local_day(datetime.now(UTC))
    claims = DynamoClaims()
    before = claims.find(claim_id)
    mandates = tuple(replace(made, lapses_on=made.lapses_on and today) for made in before.mandates)
    after = replace(before, guardian_until=today, mandates=mandates, version=before.version + 1)
    claims.change(before, after)


def test_only_who_may_act_on_the_claim_states_facts() -> None:
    claim_id = rehabilitation()
    insured_of(policy_of("tryg", number="P-bo"), cpr=BO)
    assert state_facts(claim_id, {STAY: True}, member(BO), 1).status == 404
    assert state_facts(claim_id, {STAY: True}, staff("caseworker", payer="alka"), 1).status == 404
    assert state_facts(claim_id, {STAY: True}, staff("finance", payer="tryg"), 1).status == 403
    given(claim_id, "contact", to=BO)
    assert state_facts(claim_id, {STAY: True}, member(BO)).body["code"] == "mandate-to-contact-only"


def test_the_holder_of_a_mandate_to_act_states_facts() -> None:
    claim_id = rehabilitation()
    insured_of(policy_of("tryg", number="P-bo"), cpr=BO)
    given(claim_id, "act", to=BO)
    claim = state_facts(claim_id, {STAY: True}, member(BO)).body
    assert fact_of(claim, STAY)["statedBy"] == "holder"


@pytest.mark.parametrize("powers, status", [(("contact",), 403), (("act",), 200), (("contact", "act"), 200)])
def test_a_mandate_to_act_states_facts_until_it_is_revoked(powers: tuple[str, ...], status: int) -> None:
    claim_id = rehabilitation()
    insured_of(policy_of("tryg", number="P-bo"), cpr=BO)
    mandate_id = given(claim_id, *powers, to=BO)
    assert state_facts(claim_id, {STAY: True}, member(BO)).status == status
    assert revoke(claim_id, mandate_id).status == 204
    assert state_facts(claim_id, {STAY: False}, member(BO), 3).status == 404


def test_a_guardian_answers_for_a_child_and_the_child_may_too(anna: PersonId) -> None:
    claim_id = of_carl(anna)
    assert fact_of(state_facts(claim_id, {STAY: True}).body, STAY)["statedBy"] == "guardian"
    own = state_facts(claim_id, {ORDER: True}, member(CARL)).body
    assert fact_of(own, ORDER)["statedBy"] == "member"


def test_from_15_the_child_answers_what_the_guardian_was_asked(anna: PersonId) -> None:
    claim_id = of_carl(anna, treatment=CHIROPRACTIC)
    insured_of(policy_of("tryg", number="P-bo"), cpr=BO)
    given(claim_id, "act", to=BO)
    assert consent(claim_id).body["claimStatus"] == "in-review"
    asked = {"decision": "clarify", "facts": ["condition.diagnosedOn"]}
    assert decide(task_of(claim_id), asked).status == 200
    turned_15(claim_id)
    answer = {"condition.diagnosedOn": "2024-09-02"}
    for former in (ANNA, BO):
        assert state_facts(claim_id, answer, member(former), 5).status == 404
    assert state_facts(claim_id, answer, member(CARL)).body["status"] == "in-review"


def test_a_parent_to_whom_a_child_of_15_gave_a_mandate_answers_as_its_holder(anna: PersonId) -> None:
    """F4-21."""
    claim_id = of_carl(anna)
    turned_15(claim_id)
    given(claim_id, "act", to=ANNA, by=member(CARL))
    shown = fact_of(state_facts(claim_id, {STAY: True}).body, STAY)
    assert (shown["value"], shown["statedBy"]) == (True, "holder")


def test_a_child_is_offered_no_answer_that_a_child_cannot_give(anna: PersonId) -> None:
    relation, circumstances = "treatment.practitioner.relation", "condition.circumstances"
    claim = read(of_carl(anna, treatment={**CHIROPRACTIC, "inNetwork": False}), member(ANNA)).body
    offered = {
        path: {choice["value"] for choice in fact_of(claim, path)["choices"]}
        for path in (relation, circumstances)
    }
    assert offered[relation] == {"none", "parent", "own-company"}
    assert offered[circumstances].isdisjoint({"military", "professional-sport"})
    assert "intent" in offered[circumstances]
