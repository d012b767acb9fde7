"""A clinic applies on the public form of the stack: full of faults, unusual, denied (F0-01 to F0-04)."""

from __future__ import annotations

import secrets
from typing import Any

import httpx
import pytest

from local.journey.people import StackAddresses, User, Users
from local.journey.steps import until
from local.stack.stack import Stack
from tests.builders.clinics.form import form

REASON = "We cannot find the clinic at this address."


@pytest.fixture(scope="module")
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


@pytest.fixture(scope="module")
def network(stack: StackAddresses) -> User:
    """A member of the network team."""
    return Users(stack).staff("network", of_payer=False)


def apply(stack: StackAddresses, body: dict[str, Any], language: str = "en") -> httpx.Response:
    headers = {"Idempotency-Key": secrets.token_hex(8), "Accept-Language": language}
    return httpx.post(f"{stack.api_url}/v1/clinics/applications", json=body, headers=headers, timeout=60)


def tasks_about(network: User, clinic_id: str) -> list[dict[str, Any]]:
    listed = network.get("/v1/tasks?queue=onboarding&limit=100").json()["items"]
    return [task for task in listed if task["subject"] == {"clinicId": clinic_id}]


def test_an_application_full_of_faults_is_refused_with_each_of_them(stack: StackAddresses) -> None:
    answer = apply(
        stack,
        {
            "clinicName": "",
            "cvr": "12345678",
            "phone": "a phone",
            "clinicSystem": "paper",
            "signatory": {"name": "", "email": "nobody", "cpr": "1"},
            "declaration": False,
        },
    )
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert {fault["pointer"] for fault in answer.json()["errors"]} == {
        "/clinicName",
        "/cvr",
        "/phone",
        "/clinicSystem",
        "/signatory/name",
        "/signatory/email",
        "/signatory/cpr",
        "/declaration",
    }


def test_an_application_like_another_waits_for_the_network_team_and_ends_with_its_denial(
    stack: StackAddresses, network: User
) -> None:
    known = network.get(f"/v1/clinics/{stack.clinic_id}").json()
    answer = apply(stack, form(cvr=known["cvr"]))
    assert answer.status_code == 201
    clinic_id = answer.json()["clinicId"]
    clinic = network.get(f"/v1/clinics/{clinic_id}").json()
    assert (clinic["status"], clinic["nextStep"]["step"]) == ("applied", "contractSigned")

    [task] = until("the task", lambda: tasks_about(network, clinic_id))
    assert [oddity["code"] for oddity in task["oddities"]] == ["company-known"]
    denied = network.post(
        f"/v1/tasks/{task['taskId']}/decision",
        {"decision": "deny", "reason": REASON},
        **{"If-Match": f'"{task["version"]}"'},
    )
    assert denied.status_code == 200

    def ended() -> dict[str, Any] | None:
        found: dict[str, Any] = network.get(f"/v1/clinics/{clinic_id}").json()
        return found if found["status"] == "ended" else None

    ending = until("the end of the onboarding", ended)["ending"]
    assert (ending["why"], ending["reason"]) == ("denied", REASON)
    assert tasks_about(network, clinic_id) == []
