"""Before its contract is signed, a clinic sends no mail and no call in our name, and lets no one log in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from functions.clinic_systems.calendar_subscriptions.handler import handler as calendars
from functions.onboarding.practitioner_logins.handler import handler as logins
from functions.webhooks.webhook_endpoints.handler import handler as endpoints

from helsebro.network.clinic import Checklist
from helsebro_aws.identity import pseudonym
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from tests.builders.calls import Answered, ask, event, member
from tests.builders.clinics.calendars import body as calendar
from tests.builders.clinics.users import SIGNATORY, TREATS
from tests.builders.network import Stage, staged

HOOK = {"url": "https://clinic.example/hooks", "events": ["*"]}
REACHES_OUT = [
    (logins, "PUT", "practitioners/anna/user", {"email": "anna@klinik.example"}),
    (logins, "PUT", "practitioners/anna/user", {"cpr": TREATS}),
    (calendars, "PUT", "practitioners/anna/calendar", calendar()),
    (endpoints, "POST", "webhook-endpoints", HOOK),
    (endpoints, "POST", "webhook-endpoints/whe_aaaaaaaa/test", None),
    (endpoints, "POST", "webhook-endpoints/whe_aaaaaaaa/deliveries/dlv_aaaaaaaa/replay", None),
]
"""What reaches someone outside: a mailbox, a person's login, a calendar's address, a webhook's address."""


@pytest.fixture
def stage(aws: dict[str, Any]) -> Stage:
    assert aws
    checklist = Checklist(applied=clock.now())
    person = pseudonym.person_id("DK", SIGNATORY)
    return staged(clinic_changes={"status": "applied", "checklist": checklist, "signatory_id": person})


def call(stage: Stage, handler: Any, method: str, path: str, body: Any) -> Answered:
    to = f"/v1/clinics/{stage.clinic_id}/{path}"
    return ask(handler, event(method, to, by=member(SIGNATORY), body=body))


def signed(stage: Stage) -> None:
    clinic = DynamoClinics().find(stage.clinic_id)
    checklist = replace(clinic.checklist, contract_signed=clock.now())
    DynamoClinics().change(clinic, replace(clinic, checklist=checklist, version=clinic.version + 1))


def outbox(aws: dict[str, Any]) -> list[str]:
    rows = aws["dynamodb"].scan(TableName="outbox")["Items"]
    return sorted(row["type"]["S"] for row in rows)


@pytest.mark.parametrize("handler, method, path, body", REACHES_OUT)
def test_an_unsigned_clinic_reaches_no_one_outside(
    stage: Stage, aws: dict[str, Any], handler: Any, method: str, path: str, body: Any
) -> None:
    before = outbox(aws)
    answer = call(stage, handler, method, path, body)
    assert (answer.status, answer.body["code"]) == (409, "contract-not-signed")
    assert outbox(aws) == before


@pytest.mark.parametrize("handler, method, path, body", REACHES_OUT)
def test_after_the_signature_each_of_them_works(
    stage: Stage, handler: Any, method: str, path: str, body: Any
) -> None:
    signed(stage)
    answer = call(stage, handler, method, path, body)
    assert answer.status in (200, 201, 404)  # The endpoint and the delivery of the table do not exist.
    assert answer.body.get("code") in (None, "not-found")
