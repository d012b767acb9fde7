"""A bill under a grant in the network asks the member what only its practitioner has: a provider number."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from functions.decisions.refresh_proposals.handler import handler as refresh

from helsebro.ids import ClaimId, RefundId, TaskId
from helsebro_aws.tasks.dynamo_tasks import DynamoTasks
from tests.builders.claims import state_facts
from tests.builders.decisions import (
    approval,
    claim_in_review,
    cost,
    decide,
    insured_anna,
    issue,
    read_refund,
    refund_of,
    refund_task_of,
    seal_key,
    task_of,
    today,
)
from tests.builders.events.messages import comes_again, event_of
from tests.builders.extensions import EVERY_FACT

pytestmark = pytest.mark.usefixtures("aws")
NUMBER = "treatment.practitioner.providerNumber"


@pytest.fixture(autouse=True)
def anna(aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    return insured_anna()


def billed(price: str, **practitioner: Any) -> tuple[ClaimId, RefundId, TaskId]:
    """Returns a case that was granted, with a refund of a session before it that waits for finance."""
    treatment = EVERY_FACT["treatment"]
    known = {**treatment, "practitioner": {**treatment["practitioner"], **practitioner}}
    claim_id = claim_in_review(**{**EVERY_FACT, "treatment": known})
    task_id = task_of(claim_id)
    assert decide(task_id, approval()).status == 200
    issue(claim_id, task_id)
    yesterday = (today() - timedelta(days=1)).isoformat()
    refund_id = refund_of(
        claim_id, treatments=[{"on": yesterday, "type": "chiropractic", "cost": cost(price)}]
    )
    return claim_id, refund_id, refund_task_of(refund_id)


def asked(refund_id: RefundId) -> list[str] | None:
    """Returns the facts that the refund asks for; None when it has no questions."""
    found = read_refund(refund_id).body.get("amountHangsOn")
    return None if found is None else [one["fact"] for one in found]


def hangs_on(task_id: TaskId) -> tuple[str, ...]:
    proposal = DynamoTasks().find(task_id).proposal
    assert proposal
    return proposal.treatments[0].answer.amount_hangs_on


def test_the_refund_asks_for_the_provider_number_until_the_member_answers() -> None:
    claim_id, refund_id, task_id = billed("900.00")
    assert NUMBER in hangs_on(task_id)
    assert NUMBER in (asked(refund_id) or [])
    assert all(one["question"] for one in read_refund(refund_id).body["amountHangsOn"])
    assert state_facts(claim_id, {NUMBER: True}).status == 200
    event = event_of("claim.facts-changed", claimId=claim_id, personId="per_x", round=1)
    assert comes_again(refresh, event) == []
    assert NUMBER not in (asked(refund_id) or [])
    assert NUMBER not in hangs_on(task_id)


def test_a_refund_asks_for_no_number_that_the_case_knows() -> None:
    _, refund_id, task_id = billed("900.00", providerNumber=True)
    assert NUMBER not in hangs_on(task_id)
    assert NUMBER not in (asked(refund_id) or [])
