"""The demo policies are accepted as they are sent."""

from __future__ import annotations

from typing import Any

import pytest
from functions.policies.payers.handler import handler as payers
from functions.policies.policies.handler import handler as policies

from local.demo.policies import AT_LEISURE, AT_WORK, IN_NORWAY, PAYERS, DemoPolicy
from tests.builders.calls import Answered, ask, event, staff

pytestmark = pytest.mark.usefixtures("aws")


def created(policy: DemoPolicy) -> Answered:
    platform = staff("platform", payer=None)
    registered = ask(
        payers, event("PUT", f"/v1/payers/{policy.payer}", by=platform, body=PAYERS[policy.payer])
    )
    assert registered.status in (200, 201)
    by = staff("underwriting", payer=policy.payer)
    return ask(policies, event("POST", "/v1/policies", by=by, body=policy.body()))


@pytest.mark.parametrize("policy", [AT_WORK, AT_LEISURE, IN_NORWAY], ids=lambda policy: policy.number)
def test_a_demo_policy_is_accepted(aws: dict[str, Any], policy: DemoPolicy) -> None:
    assert aws
    assert created(policy).status == 201


def test_a_demo_policy_in_another_currency_needs_its_amounts(aws: dict[str, Any]) -> None:
    assert aws
    body = {**IN_NORWAY.body(), "parameters": {}}
    assert created(IN_NORWAY).status == 201
    by = staff("underwriting", payer=IN_NORWAY.payer)
    answer = ask(policies, event("POST", "/v1/policies", by=by, body={**body, "number": "FJORD-2"}))
    pointers = {fault["pointer"].rpartition("/")[2] for fault in answer.body["errors"]}
    assert (answer.status, pointers) == (422, set(IN_NORWAY.amounts))
