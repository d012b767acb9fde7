"""Who may call what for a clinic: every route that its system may call, by every caller (promise 14)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

from helsebro.caller import CLINIC_SYSTEM, CLINIC_USER, MEMBER
from helsebro.errors import NotFound
from helsebro.ids import BookingId
from helsebro_aws.bookings.dynamo_bookings import DynamoBookings
from helsebro_aws.http.answer import HttpAnswer
from helsebro_aws.http.call import Call
from helsebro_aws.http.routes import Routes
from tests.builders.calls import ask
from tests.builders.clinics.contracts import METTE, contract_sent, contracts, sign
from tests.builders.clinics.users import ELSEWHERE, STRANGER, TREATS, SignedIn, bind
from tests.builders.decisions import seal_key
from tests.builders.network import staged
from tests.functions.clinic_systems.clinic_users.matrix import OWN, ROWS, Row
from tests.functions.clinic_systems.clinic_users.world import CALLERS, world
from tests.promises.idempotent_routes import all_routes

ROUTES = {route.name: (route, handler) for route, handler in all_routes()}
HANDLERS = {name: handler for name, (_, handler) in ROUTES.items()}
OF_CLINICS = {name for name, (route, _) in ROUTES.items() if CLINIC_SYSTEM in route.allows}
WITH_OTHER_WORLDS = {
    "GET /v1/clinics/<clinic_id>/contract",
    "GET /v1/clinics/<clinic_id>/contract/evidence",
    "POST /v1/invoices",
    "POST /v1/invoices/preflight",
    "GET /v1/invoices",
    "GET /v1/invoices/<invoice_id>",
    "GET /v1/invoices/<invoice_id>/document",
    "GET /v1/invoices/<invoice_id>/response",
    "GET /v1/invoices/<invoice_id>/attachments/<number>",
    "GET /v1/clinics/<clinic_id>/invoice-findings",
}
"""Contracts are below, and invoices in ``test_invoices_of_users.py``."""
Found = dict[str, tuple[int, Any]]


def called(row: Row, handlers: Mapping[str, Callable[[Any, Any], Any]]) -> Found:
    """Returns the status for each caller, and what the answer shows."""
    whole = world(handlers)
    path, body = row.request(whole)
    found: Found = {}
    # Those who may not call come first: what they are refused must change nothing for the others.
    for caller in reversed(CALLERS):
        answer = whole.answer(caller, row.route, path, body, row.media)
        shown = row.sees(answer.body) if row.sees and answer.status < 300 else None
        found[caller] = (answer.status, shown)
    return found


def test_every_route_of_a_clinics_system_is_in_the_matrix() -> None:
    assert {row.route for row in ROWS} | WITH_OTHER_WORLDS == OF_CLINICS


def test_every_route_of_a_clinics_system_takes_its_users_and_no_other_route_does() -> None:
    assert {name for name, (route, _) in ROUTES.items() if CLINIC_USER in route.allows} == OF_CLINICS


@pytest.mark.usefixtures("aws")
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.route)
def test_a_practitioner_may_only_what_is_about_own_clients(row: Row) -> None:
    assert called(row, HANDLERS) == {caller: row.expected(caller) for caller in CALLERS}


@pytest.mark.parametrize("end", ["", "/evidence"])
def test_the_contract_is_for_those_who_run_the_clinic(
    end: str, aws: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HELSEBRO_SEAL_KEY", seal_key(aws["kms"]))
    clinic_id = contract_sent()
    assert sign(clinic_id).status == 200
    practitioner = staged()
    bind(clinic_id, TREATS, practitioner.practitioner_id)
    bind(practitioner.clinic_id, ELSEWHERE)
    path = f"/v1/clinics/{clinic_id}/contract{end}"
    calls = [SignedIn(cpr, clinic_id).call("GET", path) for cpr in (METTE, TREATS, ELSEWHERE, STRANGER)]
    assert [ask(contracts(), call).status for call in calls] == [303, 404, 404, 404]


careless = Routes(APIGatewayHttpResolver())
READ = "GET /v1/bookings/<booking_id>"


@careless.get("/v1/bookings/<booking_id>", allows={MEMBER, CLINIC_SYSTEM})
def read_booking_of_clinic(call: Call, booking_id: BookingId) -> HttpAnswer:
    """The control: asks for the clinic only, and forgets whose client it is."""
    if DynamoBookings().find(booking_id).clinic_id != call.caller.clinic_id:
        raise NotFound()
    return HttpAnswer(200, {})


@pytest.mark.usefixtures("aws")
def test_control_a_route_that_asks_for_the_clinic_only_shows_a_colleague_the_client() -> None:
    row = Row(READ, lambda w: (f"/v1/bookings/{w.booking_id}", None), OWN)
    found = called(row, {**HANDLERS, READ: careless.handler})
    assert [caller for caller in CALLERS if found[caller] != row.expected(caller)] == ["colleague"]
