"""The demo clinic system: its signatures verify, and its inbox shows only verified webhooks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.error import HTTPError
from urllib.parse import unquote
from urllib.request import Request, urlopen

import pytest

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from infra.account.command import CommandFault
from local.clinic import bill
from local.clinic.clinic_system import ClinicSystem
from local.clinic.inbox import server

CLINIC, OF_ENDPOINT = WebhookSecret(b"c" * 32), WebhookSecret(b"e" * 32)


class Platform(BaseHTTPRequestHandler):
    """Accepts calls signed by the clinic, and answers as the platform does."""

    received: list[tuple[str, str, str, bytes]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        signature.verify(dict(self.headers), body, [CLINIC], datetime.now(UTC))
        self.received.append((self.command, self.path, self.headers["helsebro-clinic"], body))
        created = self.path.endswith("/webhook-endpoints")
        answer = {"endpointId": "whe_a", "secret": OF_ENDPOINT.text} if created else {"path": self.path}
        raw = json.dumps(answer).encode()
        self.send_response(201 if created else 404 if "unknown" in self.path else 200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    do_GET = do_PUT = do_POST  # noqa: N815 - the library's name

    def log_message(self, format: str, *args: Any) -> None:
        """Logs nothing."""


@contextmanager
def running(on: HTTPServer) -> Iterator[str]:
    thread = Thread(target=on.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{on.server_port}"
    finally:
        on.shutdown()
        on.server_close()
        thread.join()


@pytest.fixture
def received() -> list[tuple[str, str, str, bytes]]:
    return []


@pytest.fixture
def platform(received: list[tuple[str, str, str, bytes]]) -> Iterator[str]:
    taking = type("Taking", (Platform,), {"received": received})
    with running(HTTPServer(("127.0.0.1", 0), taking)) as url:
        yield url


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[str]:
    with running(server(0, tmp_path / "state" / "clinics.json")) as url:
        yield url


def call(url: str, body: Any = None, headers: dict[str, str] | None = None) -> tuple[int, str]:
    raw = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
    try:
        with urlopen(Request(url, raw, headers or {}), timeout=5) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.read().decode()


def test_every_call_is_signed_and_names_the_clinic(platform: str, received: list[Any]) -> None:
    system = ClinicSystem(platform + "/", "cli_a", CLINIC.text)
    slot = {"key": "s1", "startsAt": "2026-11-23T08:00:00Z", "endsAt": "2026-11-23T08:45:00Z"}
    replies = [
        system.publish_slots("anna", [slot]),
        system.event("session.held", {"bookingId": "bkg_a"}),
        system.get("/v1/bookings/bkg_a?x=1"),
        system.put("/v1/clinics/cli_a/practitioners/anna", {"name": "Anna"}),
        system.send_invoice("<Invoice/>"),
        system.send_invoice(b"<Invoice/>", preflight=True),
    ]
    assert {reply.status for reply in replies} == {200}
    assert [(method, path) for method, path, _, _ in received] == [
        ("POST", "/v1/clinic-events"),
        ("POST", "/v1/clinic-events"),
        ("GET", "/v1/bookings/bkg_a?x=1"),
        ("PUT", "/v1/clinics/cli_a/practitioners/anna"),
        ("POST", "/v1/invoices"),
        ("POST", "/v1/invoices/preflight"),
    ]
    assert {clinic_id for _, _, clinic_id, _ in received} == {"cli_a"}
    published = json.loads(received[0][3])
    assert published["data"] == {"practitionerKey": "anna", "slots": [slot]}
    assert datetime.fromisoformat(published["timestamp"]).utcoffset() is not None


@pytest.mark.parametrize(
    "path, sent",
    [
        ("/v1/a b?x=1", "/v1/a%20b?x=1"),
        ("/v1/a%20b", "/v1/a%20b"),
        ("/v1/æ", "/v1/%C3%A6"),
        ("/v1/\x01", "/v1/%01"),
        ("/v1/\udcff", "/v1/%FF"),
    ],
)
def test_a_path_is_sent_percent_encoded(platform: str, received: list[Any], path: str, sent: str) -> None:
    assert ClinicSystem(platform, "cli_a", CLINIC.text).get(path).status == 200
    assert received[0][1] == sent


def test_a_path_without_its_slash_is_refused(platform: str) -> None:
    with pytest.raises(CommandFault, match=r"The path is v1/help\. It begins with a slash"):
        ClinicSystem(platform, "cli_a", CLINIC.text).get("v1/help")


@pytest.mark.parametrize("booking_id", ["unknown b", "unknown/æ", "unknown?x=1", "unknown\x01"])
def test_the_bill_of_a_booking_asks_for_its_id_as_written(
    platform: str, received: list[Any], booking_id: str
) -> None:
    with pytest.raises(bill.BookingNotReadable):
        bill.send(ClinicSystem(platform, "cli_a", CLINIC.text), booking_id)
    assert unquote(received[0][1].removeprefix("/v1/bookings/")) == booking_id
    assert not set("/? ") & set(received[0][1].removeprefix("/v1/bookings/"))


def test_a_refusal_is_returned_as_a_reply(platform: str) -> None:
    reply = ClinicSystem(platform, "cli_a", CLINIC.text).get("/v1/bookings/unknown")
    assert (reply.status, reply.body) == (404, {"path": "/v1/bookings/unknown"})


def test_the_inbox_shows_verified_webhooks_and_counts_refused_ones(platform: str, inbox: str) -> None:
    connect = {"apiUrl": platform, "clinicId": "cli_a", "signingSecret": CLINIC.text}
    assert call(f"{inbox}/connect", connect) == (201, '{"endpointId": "whe_a"}')
    body = b'{"type":"booking.created","timestamp":"2026-11-21T12:00:00Z","data":{"bookingId":"<b>"}}'
    headers = signature.sign("evt_a", datetime.now(UTC), body, [OF_ENDPOINT])
    statuses = [call(f"{inbox}/webhooks/cli_a", body, headers)[0] for _ in range(2)]
    statuses += [
        call(f"{inbox}/webhooks/cli_a", body + b" ", headers)[0],
        call(f"{inbox}/webhooks/cli_b", body, headers)[0],
    ]
    assert statuses == [204, 204, 401, 401]
    shown = json.loads(call(f"{inbox}/received?type=booking.created&clinicId=cli_a")[1])
    assert shown["refused"] == 2
    assert [(item["messageId"], item["data"], item["times"]) for item in shown["items"]] == [
        ("evt_a", {"bookingId": "<b>"}, 2)
    ]
    assert json.loads(call(f"{inbox}/received?type=booking.cancelled")[1])["items"] == []
    page = call(f"{inbox}/")[1]
    assert "booking.created" in page
    assert "<dt>bookingId<dd><code>&lt;b&gt;</code>" in page


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [("/connect", b"{", 400), ("/connect", b"[]", 400), ("/connect", b"{}", 400), ("/nowhere", b"{}", 404)],
)
def test_the_inbox_refuses_a_call_that_it_cannot_read(
    inbox: str, path: str, body: bytes, status: int
) -> None:
    assert call(inbox + path, body)[0] == status


def test_the_inbox_keeps_its_secrets_in_a_file_that_only_its_owner_reads(
    tmp_path: Path, platform: str
) -> None:
    state = tmp_path / "clinics.json"
    connect = {"apiUrl": platform, "clinicId": "cli_a", "signingSecret": CLINIC.text}
    with running(server(0, state)) as url:
        call(f"{url}/connect", connect)
    assert state.stat().st_mode & 0o777 == 0o600
    body = b'{"type":"booking.created","timestamp":"2026-11-21T12:00:00Z","data":{}}'
    headers = signature.sign("evt_a", datetime.now(UTC), body, [OF_ENDPOINT])
    with running(server(0, state)) as url:
        assert call(f"{url}/webhooks/cli_a", body, headers)[0] == 204
