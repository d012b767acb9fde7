"""A clinic whose application has ended takes no more changes, by any route."""

from __future__ import annotations

import re
from typing import Any

import pytest

from helsebro.caller import CLINIC_SYSTEM, MEMBER
from helsebro_aws.network.dynamo_clinics import DynamoClinics
from helsebro_aws.platform import clock
from tests.builders.calls import ask, event
from tests.builders.clinics.applications import applied
from tests.builders.clinics.contracts import METTE, signer
from tests.builders.clinics.form import signatory
from tests.builders.network import practitioner_body
from tests.promises.idempotent_routes import all_routes

pytestmark = pytest.mark.usefixtures("aws")
ONE = "/v1/clinics/<clinic_id>"
ENDPOINT = f"{ONE}/webhook-endpoints/<endpoint_id>"
TIMES = [{"weekday": "monday", "opens": "09:00", "closes": "12:00", "minutes": 45, "service": "first"}]
HOURS = [{"weekday": "monday", "opens": "08:00", "closes": "16:00"}]
PLACE = {"street": "Søndergade 1", "postcode": "2100", "city": "København Ø", "country": "DK"}
BODIES: dict[str, Any] = {
    f"PUT {ONE}/practitioners/<key>": practitioner_body(),
    f"DELETE {ONE}/practitioners/<key>": None,
    f"PUT {ONE}/practitioners/<key>/calendar": {
        "icsUrl": "https://calendar.klinik.example/c.ics",
        "times": TIMES,
    },
    f"DELETE {ONE}/practitioners/<key>/calendar": None,
    f"POST {ONE}/practitioners/<key>/calendar-feed": None,
    f"DELETE {ONE}/practitioners/<key>/calendar-feed": None,
    f"PUT {ONE}/practitioners/<key>/user": {"email": "anna@klinik.example"},
    f"DELETE {ONE}/practitioners/<key>/user": None,
    f"POST {ONE}/payees": {"kind": "fi", "creditorNumber": "81234567"},
    f"DELETE {ONE}/payees/<payee_id>": None,
    f"POST {ONE}/payees/<payee_id>/approve": None,
    f"PUT {ONE}/payment-choice": {"paidBy": "invoice"},
    f"POST {ONE}/system-consent": {"given": True},
    f"PUT {ONE}/details": {"address": PLACE, "openingHours": HOURS, "noticeHours": 24, "languages": ["da"]},
    f"POST {ONE}/signing-secret/rotate": {},
    f"POST {ONE}/webhook-endpoints": {"url": "https://a.example/h", "events": ["*"]},
    f"POST {ENDPOINT}/rotate": None,
    f"POST {ENDPOINT}/test": None,
    f"DELETE {ENDPOINT}": None,
    f"POST {ENDPOINT}/deliveries/<delivery_id>/replay": None,
    f"POST {ONE}/webhook-endpoints/deliveries/<delivery_id>/replay": None,
}
"""The contract has refusals of its own: it is declined, or has expired."""
HANDLERS = {route.name: handler for route, handler in all_routes()}


def ended_clinic() -> Any:
    clinic_id = applied(signatory=signatory(cpr=METTE))
    before = DynamoClinics().find(clinic_id)
    DynamoClinics().change(before, before.ended("declined", clock.now(), "no time"))
    return clinic_id


def test_every_route_that_changes_a_clinic_is_in_the_table() -> None:
    changing = {
        route.name
        for route, _ in all_routes()
        if f" {ONE}/" in route.name and not route.name.startswith("GET") and "/contract" not in route.name
        if route.allows & {MEMBER, CLINIC_SYSTEM}
    }
    assert changing == set(BODIES)


@pytest.mark.parametrize("name", BODIES)
def test_an_ended_clinic_takes_no_change(name: str, aws: dict[str, Any]) -> None:
    clinic_id = ended_clinic()
    before = aws["dynamodb"].scan(TableName="network")["Items"]
    method, path = name.split(" ")
    for part, value in {
        "clinic_id": clinic_id,
        "key": "p1",
        "endpoint_id": "whe_1",
        "delivery_id": "d",
        "payee_id": "pye_1",
    }.items():
        path = path.replace(f"<{part}>", str(value))
    answer = ask(HANDLERS[name], event(method, path, by=signer(), body=BODIES[name]))
    assert (answer.status, answer.body["code"]) == (409, "clinic-ended")
    assert aws["dynamodb"].scan(TableName="network")["Items"] == before


def reads_of_a_clinic() -> list[str]:
    """The routes that show something of a clinic to its signatory."""
    reads = (route for route, _ in all_routes() if f"GET {ONE}" in route.name)
    return sorted(route.name for route in reads if MEMBER in route.allows)


@pytest.mark.parametrize("name", reads_of_a_clinic())
def test_a_read_of_an_ended_clinic_says_what_is_there(name: str) -> None:
    path = name.removeprefix("GET ").replace("<clinic_id>", ended_clinic())
    for part in re.findall(r"<\w+>", path):
        path = path.replace(part, "p1")
    assert ask(HANDLERS[name], event("GET", path, by=signer())).status in (200, 404)


def test_the_signatory_still_reads_an_ended_clinic() -> None:
    clinic_id = ended_clinic()
    reads = {
        f"GET {ONE}": "",
        f"GET {ONE}/changes": "/changes",
        f"GET {ONE}/webhook-endpoints": "/webhook-endpoints",
    }
    for name, end in reads.items():
        assert ask(HANDLERS[name], event("GET", f"/v1/clinics/{clinic_id}{end}", by=signer())).status == 200
