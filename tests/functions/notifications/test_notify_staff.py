"""What the staff of a payer read about deadlines, and where (F4-06, R-1402)."""

from __future__ import annotations

from typing import Any

import pytest
from functions.policies.payers.handler import handler

from helsebro.ids import PolicyId
from tests.builders.calls import ask, event, staff
from tests.builders.claims import claim_of
from tests.builders.messages.notifications import notifications_in, notify
from tests.builders.policies import insured_of, payer_of, policy_of

pytestmark = pytest.mark.usefixtures("aws")
DUE_AT = "2026-11-23T11:00:00Z"
PUBLIC = "sundhed@example.org"


@pytest.fixture(autouse=True)
def policy_id(aws: dict[str, Any]) -> PolicyId:
    assert aws
    payer_of("tryg")
    policy = policy_of("tryg")
    insured_of(policy, email="anna@example.org")
    return policy


def staff_reads_at(**contact: Any) -> None:
    """Registers where the staff of the payer read about deadlines."""
    platform = staff("platform", payer=None)
    known = ask(handler, event("GET", "/v1/payers/tryg", by=platform)).body
    body = {**{name: value for name, value in known.items() if name != "payer"}, "staffContact": contact}
    assert ask(handler, event("PUT", "/v1/payers/tryg", by=platform, body=body)).status == 200


@pytest.mark.parametrize(
    "milestone, kind",
    [("warned", "deadline-near"), ("missed", "deadline-missed"), ("escalated", "deadline-escalated")],
)
def test_a_deadline_is_read_of_before_it_is_missed_when_it_is_and_while_it_stays_so(
    milestone: str, kind: str, aws: dict[str, Any]
) -> None:
    notify(f"deadline.{milestone}", claimId=claim_of(), kind="first-answer", queue="claims", dueAt=DUE_AT)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.recipient, planned.channel) == (kind, "tryg", "email")
    assert planned.variables == {"queue": "claims", "kind": "first-answer", "due": "2026-11-23T12:00"}


def test_a_deadline_of_days_is_read_of_with_its_last_day(policy_id: PolicyId, aws: dict[str, Any]) -> None:
    """It is due at the local midnight after that day, which is late (Q14)."""
    at_midnight = {"policyId": policy_id, "queue": "underwriting", "dueAt": "2026-12-04T23:00:00Z"}
    notify("deadline.reached", **at_midnight, kind="premium-reminder")
    [planned] = notifications_in(aws)
    assert planned.variables == {"queue": "underwriting", "kind": "premium-reminder", "due": "2026-12-04"}


@pytest.mark.parametrize(
    "contact, queue, address",
    [
        (None, "claims", PUBLIC),
        ({"email": "team@example.org"}, "claims", "team@example.org"),
        ({"email": "team@example.org", "queues": {"refunds": "m@example.org"}}, "claims", "team@example.org"),
        ({"email": "team@example.org", "queues": {"refunds": "m@example.org"}}, "refunds", "m@example.org"),
    ],
    ids=["the payer's own", "one for all queues", "another queue has its own", "its own"],
)
def test_the_staff_of_the_queue_get_it(
    contact: dict[str, Any] | None, queue: str, address: str, aws: dict[str, Any]
) -> None:
    if contact:
        staff_reads_at(**contact)
    notify("deadline.missed", claimId=claim_of(), kind="refund", queue=queue, dueAt=DUE_AT)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.address) == ("deadline-missed", address)


@pytest.mark.parametrize("kind", ["premium-reminder", "notice-answer"])
def test_underwriting_reads_that_a_day_of_a_policy_has_come(
    kind: str, policy_id: PolicyId, aws: dict[str, Any]
) -> None:
    notify("deadline.reached", policyId=policy_id, kind=kind, queue="underwriting", dueAt=DUE_AT)
    [planned] = notifications_in(aws)
    assert (planned.kind, planned.recipient, planned.case_id) == ("deadline-over", "tryg", policy_id)


@pytest.mark.parametrize("kind", ["consent-expiry", "crisis-end", "guarantee-expiry", "run-off"])
def test_nothing_is_sent_when_a_day_comes_that_the_rules_read_themselves(
    kind: str, aws: dict[str, Any]
) -> None:
    notify("deadline.reached", claimId=claim_of(), kind=kind, queue="claims", dueAt=DUE_AT)
    assert notifications_in(aws) == []


@pytest.mark.parametrize("kind", ["contact", "crisis-contact"])
def test_the_clinic_is_warned_of_its_own_deadlines_and_not_the_staff(kind: str, aws: dict[str, Any]) -> None:
    notify("deadline.warned", claimId=claim_of(), kind=kind, queue="network", dueAt=DUE_AT)
    assert notifications_in(aws) == []
