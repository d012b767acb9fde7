"""The demo clinics' inbox: receives, verifies, stores and shows webhooks.

    python -m local.clinic.inbox --port 9403 --state .local/clinic_system.json

POST /connect              {"apiUrl","clinicId","signingSecret"}: registers this inbox for webhooks
POST /webhooks/{clinicId}  a webhook; 204, or 401 when its signature is wrong
GET  /received             {"items": [...], "refused": n}; ?clinicId= and ?type= filter it
GET  /                     the same as a page
"""

from __future__ import annotations

import argparse
import json
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import parse_qs, urlsplit

from helsebro.errors import SignatureRefused
from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.platform.clock import real_now
from local.clinic.clinic_system import ClinicSystem, Reply
from local.clinic.inbox_page import page

LARGEST_BODY = 262_144
LIMIT_MESSAGES = 2_000

Message = dict[str, Any]
"""A webhook that was received; ``times`` counts how often it came."""


class Inbox:
    """The received webhooks, and the secrets to verify them, in a file that only its owner can read."""

    def __init__(self, state: Path, own_url: str) -> None:
        self.state, self.own_url = state, own_url
        self.lock = Lock()
        self.messages: dict[tuple[str, str], Message] = {}
        self.refused = 0
        self.secrets: dict[str, str] = json.loads(state.read_text()) if state.exists() else {}

    def connect(self, api_url: str, clinic_id: str, signing_secret: str) -> Reply:
        """Registers this inbox for the clinic's webhooks."""
        system = ClinicSystem(api_url, clinic_id, signing_secret)
        reply = system.register_endpoint(f"{self.own_url}/webhooks/{clinic_id}")
        if reply.status == 201:
            self._store_secret(clinic_id, reply.body["secret"])
        return reply

    def _store_secret(self, clinic_id: str, secret: str) -> None:
        with self.lock:
            self.secrets[clinic_id] = secret
            self.state.parent.mkdir(parents=True, exist_ok=True)
            opened = os.open(self.state, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(opened, "w") as file:
                json.dump(self.secrets, file)

    def receive(self, clinic_id: str, headers: dict[str, str], body: bytes) -> bool:
        """Stores a webhook; returns false when its signature is wrong."""
        now = real_now()
        known = [WebhookSecret.parse(self.secrets[clinic_id])] if clinic_id in self.secrets else []
        try:
            message = signature.verify(headers, body, known, now)
        except SignatureRefused:
            with self.lock:
                self.refused += 1
            return False
        at = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        key = (clinic_id, message.message_id)
        with self.lock:
            kept = self.messages.setdefault(
                key,
                {
                    "clinicId": clinic_id,
                    "messageId": message.message_id,
                    "receivedAt": at,
                    "times": 0,
                    **json.loads(body),
                },
            )
            kept["times"] += 1
            while len(self.messages) > LIMIT_MESSAGES:
                self.messages.pop(next(iter(self.messages)))
        return True

    def received(self, clinic_id: str | None, type_: str | None) -> list[Message]:
        """Returns the received webhooks, oldest first."""
        with self.lock:
            return [
                dict(message)
                for message in self.messages.values()
                if clinic_id in (None, message["clinicId"]) and type_ in (None, message["type"])
            ]


class InboxHandler(BaseHTTPRequestHandler):
    """The inbox over HTTP."""

    inbox: Inbox

    def do_GET(self) -> None:
        """Answers ``/received`` and the page."""
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/received":
            items = self.inbox.received(query.get("clinicId"), query.get("type"))
            self._answer(200, json.dumps({"items": items, "refused": self.inbox.refused}))
        elif parts.path == "/":
            shown = page(self.inbox.received(None, None), self.inbox.refused)
            self._answer(200, shown, "text/html; charset=utf-8")
        else:
            self._answer(404, "{}")

    def do_POST(self) -> None:
        """Answers ``/connect`` and ``/webhooks/{clinicId}``."""
        length = self.headers.get("content-length") or "0"
        if not length.isascii() or not length.isdigit() or int(length) > LARGEST_BODY:
            self._answer(413, "{}")
            return
        body = self.rfile.read(int(length))
        _, _, clinic_id = self.path.partition("/webhooks/")
        if self.path == "/connect":
            self._connect(body)
        elif clinic_id:
            self._answer(204 if self.inbox.receive(clinic_id, dict(self.headers), body) else 401, "")
        else:
            self._answer(404, "{}")

    def _connect(self, body: bytes) -> None:
        try:
            wanted = json.loads(body)
            reply = self.inbox.connect(wanted["apiUrl"], wanted["clinicId"], wanted["signingSecret"])
        except (ValueError, KeyError, TypeError):
            self._answer(400, '{"detail": "apiUrl, clinicId and signingSecret are needed"}')
            return
        answer = reply.body if reply.status != 201 else {"endpointId": reply.body["endpointId"]}
        self._answer(reply.status, json.dumps(answer))

    def _answer(self, status: int, text: str, content_type: str = "application/json") -> None:
        raw = text.encode()
        self.send_response(status)
        if status != 204:
            self.send_header("content-type", content_type)
            self.send_header("content-length", str(len(raw)))
        self.end_headers()
        if status != 204:
            self.wfile.write(raw)

    def log_message(self, format: str, *args: Any) -> None:
        """Logs nothing: the page shows the webhooks."""


def server(port: int, state: Path) -> ThreadingHTTPServer:
    """Returns the inbox on loopback, not yet serving; port 0 takes a free one."""
    found = ThreadingHTTPServer(("127.0.0.1", port), InboxHandler)
    inbox = Inbox(state, f"http://127.0.0.1:{found.server_port}")
    found.RequestHandlerClass = type("OwnInboxHandler", (InboxHandler,), {"inbox": inbox})
    return found


def serve(port: int, state: Path) -> None:
    """Serves until interrupted."""
    with server(port, state) as running:
        print(f"Clinic inbox: http://127.0.0.1:{running.server_port}/", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print("Clinic inbox ended.", flush=True)


def main() -> None:
    """Runs the inbox until it is ended."""
    parser = argparse.ArgumentParser(description="The demo clinics' inbox: receives and shows webhooks.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--state", type=Path, required=True, help="the file that stores its secrets")
    arguments = parser.parse_args()
    serve(arguments.port, arguments.state)


if __name__ == "__main__":
    main()
