"""Promise 10 at the routes: sends the hostile calls to every route that a clinic's system may call.

The answer is 401, never 5xx and never a success, and nothing is stored. A message that was accepted once has
no second effect, whatever is changed around its signature.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from functions.clinic_systems.clinic_events.handler import handler as clinic_events
from functions.clinic_systems.clinic_feed.handler import handler as clinic_feed
from functions.invoices.invoices.handler import handler as invoices
from functions.webhooks.webhook_endpoints.handler import handler as webhook_endpoints

from helsebro.ids import ClinicId
from helsebro.network.clinic import Checklist, Clinic, ClinicContact
from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from tests.builders.calls import Answered, ask, event, signed
from tests.promises.attacks.hostile_headers import (
    OTHER_CLINICS_SECRET,
    SECRET,
    SignedCall,
    hostile,
    valid_call,
)

Handler = Callable[[Any, Any], Any]
ENDPOINTS = "/v1/clinics/cli_a/webhook-endpoints"
ROUTES: list[tuple[Handler, str, str]] = [
    (clinic_events, "POST", "/v1/clinic-events"),
    (webhook_endpoints, "POST", ENDPOINTS),
    (webhook_endpoints, "GET", ENDPOINTS),
    (clinic_feed, "GET", "/v1/events"),
    (invoices, "POST", "/v1/invoices"),
]

pytestmark = pytest.mark.usefixtures("aws")


@pytest.fixture(autouse=True)
def _clinics(aws: dict[str, Any]) -> None:
    assert aws
    contact = ClinicContact("70112233", "clinic@example.org")
    for clinic_id, secret in {"cli_a": SECRET, "cli_b": OTHER_CLINICS_SECRET}.items():
        clinic = Clinic(ClinicId(clinic_id), "Clinic", "12345674", "DK", contact, "active", Checklist())
        clinic = replace(clinic, consented_at=datetime.now(UTC))
        DynamoClinics().register(clinic, secret.text)


def send(
    handler: Handler, method: str, path: str, call: SignedCall, clinic_id: str = "cli_a", **headers: str
) -> Answered:
    request = event(method, path, key=None)
    request["headers"] |= {"helsebro-clinic": clinic_id, **call.headers, **headers}
    request["body"] = call.body.decode("latin-1")
    return ask(handler, request)


def rows(aws: dict[str, Any]) -> int:
    return sum(
        aws["dynamodb"].scan(TableName=table)["Count"]
        for table in ("network", "outbox", "idempotency", "cases", "money")
    )


@pytest.mark.parametrize(("handler", "method", "path"), ROUTES, ids=[f"{m} {p}" for _, m, p in ROUTES])
def test_every_hostile_case_is_401_and_stores_nothing(
    handler: Handler, method: str, path: str, aws: dict[str, Any]
) -> None:
    before, now = rows(aws), datetime.now(UTC)
    table = hostile(now, beyond=30)
    statuses = {
        name: send(handler, method, path, spoil(valid_call(at=now))).status for name, spoil in table.items()
    }
    assert {name: status for name, status in statuses.items() if status != 401} == {}
    assert len(statuses) >= 60
    assert rows(aws) == before


@pytest.mark.parametrize(
    "clinic_id", ["cli_b", "cli_nobody", "", "CLINIC", "cli_a#deliveries", "æ", "x" * 999]
)
def test_a_valid_signature_with_another_clinics_id_is_401(clinic_id: str) -> None:
    now = datetime.now(UTC)
    answer = send(clinic_feed, "GET", "/v1/events", valid_call(at=now), clinic_id)
    assert (answer.status, answer.headers["content-type"]) == (401, "application/problem+json")


def test_a_clinic_with_a_valid_signature_cannot_act_for_another() -> None:
    call = valid_call(at=datetime.now(UTC), secret=OTHER_CLINICS_SECRET)
    assert send(webhook_endpoints, "POST", ENDPOINTS, call, "cli_b").status in (404, 422)


def create(url: str, headers: dict[str, str] | None = None, **more: str) -> tuple[Answered, dict[str, str]]:
    request = event("POST", ENDPOINTS, body={"url": url}, key=None)
    raw = request["body"].encode()
    signed = headers or signature.sign(f"msg_{secrets.token_hex(8)}", datetime.now(UTC), raw, [SECRET])
    request["headers"] |= {"helsebro-clinic": "cli_a", **signed, **more}
    return ask(webhook_endpoints, request), signed


def endpoints_of(aws: dict[str, Any]) -> int:
    items = aws["dynamodb"].scan(TableName="network")["Items"]
    return sum(item["sk"]["S"].startswith("ENDPOINT#") for item in items)


def test_a_replayed_message_has_one_effect_also_with_another_key(aws: dict[str, Any]) -> None:
    first, headers = create("https://clinic.example/")
    again = [create("https://clinic.example/", headers)[0] for _ in range(2)]
    keyed = [create("https://clinic.example/", headers, **{"idempotency-key": f"k{n}"})[0] for n in range(3)]
    assert first.status == 201
    assert {answer.status for answer in again} == {201}
    assert {answer.body["endpointId"] for answer in again} == {first.body["endpointId"]}
    assert all(answer.status < 500 for answer in keyed)
    assert endpoints_of(aws) == 1


@pytest.mark.usefixtures("aws")
def test_a_captured_read_passes_once() -> None:
    assert create("https://clinic.example/")[0].status == 201
    call = signed("GET", "/v1/clinics/cli_a/webhook-endpoints", clinic_id="cli_a", secret=SECRET.text)
    assert [ask(webhook_endpoints, call).status for _ in range(2)] == [200, 401]


def test_control_a_new_message_id_has_another_effect(aws: dict[str, Any]) -> None:
    """The count works: without the check of the id each replay would add one."""
    for _ in range(3):
        create("https://clinic.example/")
    assert endpoints_of(aws) == 3


def test_control_a_route_that_accepts_every_secret_accepts_a_hostile_call() -> None:
    contact = ClinicContact("70112233", "clinic@example.org")
    clinic = Clinic(ClinicId("cli_a"), "Clinic", "12345674", "DK", contact, "active", Checklist())
    DynamoClinics().register(clinic, OTHER_CLINICS_SECRET.text)
    now = datetime.now(UTC)
    spoiled = hostile(now, beyond=30)["another clinic's secret"](valid_call(at=now))
    assert send(clinic_feed, "GET", "/v1/events", spoiled).status == 200
    assert WebhookSecret.parse(OTHER_CLINICS_SECRET.text) != SECRET
