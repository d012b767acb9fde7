"""IAM is enforced on the embedded stack: without a grant, what it allowed is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from local.demo import login
from local.stack.live_code import STAGE
from local.stack.stack import Stack
from tests.journeys.access import client


def staff(up: Stack, sub: str) -> dict[str, str]:
    token = login.token(up.addresses["staffIssuer"], up.addresses["staffClientId"], sub)
    return {"Authorization": f"Bearer {token}"}


def read_payer(up: Stack) -> httpx.Response:
    headers = staff(up, "tryg-caseworker")
    return httpx.get(f"{up.addresses['apiUrl']}/v1/payers/tryg", headers=headers, timeout=60)


@contextmanager
def without(up: Stack, function: str, action: str) -> Iterator[None]:
    """Takes this action from the function's role while the block runs."""
    iam = client(up, "iam")
    role = client(up, "lambda").get_function_configuration(FunctionName=STAGE.named(function))["Role"]
    name = role.rpartition("/")[2]
    policy = iam.list_role_policies(RoleName=name)["PolicyNames"][0]
    document = iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
    reduced = json.loads(json.dumps(document))
    for statement in reduced["Statement"]:
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        statement["Action"] = [allowed for allowed in actions if allowed != action] or [
            "sts:GetCallerIdentity"
        ]
    assert reduced != document, f"{function} has no grant for {action}"
    iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=json.dumps(reduced))
    try:
        yield
    finally:
        iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=json.dumps(document))


def test_the_table_refuses_a_function_without_its_grant(running_stack: Stack) -> None:
    assert read_payer(running_stack).status_code == 200
    with without(running_stack, "payers", "dynamodb:BatchGetItem"):
        assert read_payer(running_stack).status_code >= 500
    assert read_payer(running_stack).status_code == 200


def test_a_token_of_the_other_issuer_is_403_on_every_route_of_staff(running_stack: Stack) -> None:
    addresses = running_stack.addresses
    token = login.token(addresses["memberIssuer"], addresses["memberClientId"], "anna")
    headers, url = {"Authorization": f"Bearer {token}"}, f"{addresses['apiUrl']}/v1/payers/tryg"
    assert httpx.get(url, headers=headers, timeout=60).status_code == 403
    assert httpx.put(url, headers=headers, json={}, timeout=60).status_code == 403


def test_a_401_of_any_route_is_a_problem_in_the_callers_language(running_stack: Stack) -> None:
    """The gateway itself never answers a bad token, or none (promise 16)."""
    routes = (("PUT", "/v1/payers/tryg"), ("DELETE", "/v1/claims/clm_x/consent"), ("GET", "/v1/claims"))
    for method, path in routes:
        for token in ({}, {"Authorization": "Bearer nonsense"}):
            headers = {"Accept-Language": "nb", **token}
            url = f"{running_stack.addresses['apiUrl']}{path}"
            answer = httpx.request(method, url, headers=headers, timeout=60)
            assert (answer.status_code, answer.json()["title"]) == (401, "Logg inn"), path
            assert answer.headers["content-type"] == "application/problem+json"
