"""The refusals of a clinic's system over HTTP: signatures, events and invoices; never a 5xx."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from helsebro.signing.secret import WebhookSecret
from local.journey.people import StackAddresses
from local.stack.stack import Stack
from tests.journeys.asking import clinic_event, signed

EVENTS, INVOICES, PREFLIGHT = "/v1/clinic-events", "/v1/invoices", "/v1/invoices/preflight"
UBL = "urn:oasis:names:specification:ubl:schema:xsd"
LINE = "<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>"


@pytest.fixture(scope="module")
def stack(running_stack: Stack) -> StackAddresses:
    return StackAddresses.of(running_stack.addresses)


def contacted() -> bytes:
    return clinic_event("client.contacted", {"bookingId": "bkg_x", "by": "phone"})


@pytest.mark.parametrize(
    "call",
    [
        {"late": timedelta(seconds=303)},
        {"late": -timedelta(seconds=303)},
        {"secret": WebhookSecret(bytes(32)).text},
        {"helsebro_clinic": "cli_aaaaaaaaaaaaaaaa"},
        {"helsebro_clinic": "../x"},
        {"helsebro_clinic": "-"},
        {"webhook_signature": "-"},
        {"webhook_signature": "v1,"},
        {"webhook_signature": "v1,!!!!"},
        {"webhook_signature": "v2,AAAA"},
        {"webhook_timestamp": "-"},
        {"webhook_timestamp": "yesterday"},
        {"webhook_timestamp": "9" * 30},
        {"webhook_id": "-"},
        {"webhook_id": "another"},
    ],
)
@pytest.mark.parametrize("path", [EVENTS, INVOICES])
def test_a_call_that_is_not_signed_now_by_the_clinic_is_401(
    stack: StackAddresses, path: str, call: dict[str, Any]
) -> None:
    assert signed(stack, path, contacted(), **call).status_code == 401


def slots(at: datetime) -> bytes:
    slot = {"key": secrets.token_hex(6), "service": "first"}
    times = {"startsAt": at, "endsAt": at + timedelta(minutes=45)}
    slot |= {name: f"{time:%Y-%m-%dT%H:%M:%SZ}" for name, time in times.items()}
    return clinic_event("slots.published", {"practitionerKey": "demo-1", "slots": [slot]})


def test_a_message_sent_twice_has_one_effect_and_another_body_is_refused(stack: StackAddresses) -> None:
    message_id = f"msg_{secrets.token_hex(8)}"
    body = slots(datetime.now(UTC) + timedelta(days=200, minutes=secrets.randbelow(100_000)))
    first = signed(stack, EVENTS, body, message_id=message_id)
    again = signed(stack, EVENTS, body, message_id=message_id)
    assert (first.status_code, again.status_code) == (202, 202)
    assert again.content == first.content
    assert signed(stack, EVENTS, contacted(), message_id=message_id).status_code in (401, 422)


@pytest.mark.parametrize(
    "kind, data, status",
    [
        ("weather.changed", {}, 422),
        ("session.held", {}, 422),
        ("session.held", {"bookingId": "bkg_x"}, 404),
        ("slots.published", {"practitionerKey": "demo-1", "slots": [{"key": "", "startsAt": "x"}]}, 422),
        ("client.contacted", {"by": "letter"}, 422),
    ],
)
def test_an_invalid_event_is_refused_with_its_faults(
    stack: StackAddresses, kind: str, data: dict[str, Any], status: int
) -> None:
    refused = signed(stack, EVENTS, clinic_event(kind, data))
    assert refused.status_code == status
    assert status != 422 or refused.json()["errors"]


def invoice(inside: str = LINE, doctype: str = "") -> bytes:
    spaces = "".join(f' xmlns:{name}="{UBL}:Common{kind}Components-2"' for name, kind in (
        ("cac", "Aggregate"), ("cbc", "Basic")))  # fmt: skip
    return (
        f'<?xml version="1.0"?>{doctype}<Invoice xmlns="{UBL}:Invoice-2"{spaces}>{inside}</Invoice>'.encode()
    )


@pytest.mark.parametrize("path", [INVOICES, PREFLIGHT])
@pytest.mark.parametrize(
    "body, status, code",
    [
        (b"not XML", 400, "malformed"),
        (invoice()[:-9], 400, "malformed"),
        (invoice(doctype='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), 422, "invoice-doctype"),
        (invoice(LINE * 501), 422, "invoice-too-long"),
        (invoice("<!--" + "x" * 1_100_000 + "-->"), 422, "invoice-too-large"),
        (b"<html/>", 422, "invoice-not-ubl"),
    ],
)
def test_a_document_that_is_no_invoice_is_refused_at_once(
    stack: StackAddresses, path: str, body: bytes, status: int, code: str
) -> None:
    refused = signed(stack, path, body, content_type="application/xml")
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_a_preflight_lists_every_rule_that_an_empty_invoice_breaks(stack: StackAddresses) -> None:
    answer = signed(stack, PREFLIGHT, invoice(), content_type="application/xml")
    assert answer.json()["status"] == "rejected"
    assert len({finding["rule"] for finding in answer.json()["findings"]}) > 1


def test_a_clinic_cannot_read_data_of_others(stack: StackAddresses) -> None:
    for path in ("/v1/bookings/bkg_x", "/v1/guarantees/gar_x", "/v1/invoices/inv_x"):
        assert signed(stack, path, b"", method="GET").status_code == 404
