"""Receives webhooks on a port of loopback, verifies each, and forwards its raw bytes to a local address."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx

from helsebro.errors import SignatureRefused
from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.platform.clock import real_now
from local.clinic.inbox import LARGEST_BODY
from local.demo.http_client import client
from local.stack.ports import HOST

PATH = "/helsebro-listen"
"""The path of every receiver, so that the endpoint of one that was killed is known again."""
FORWARD_SECONDS = 8.0
"""Less than the ten seconds that the platform waits."""
NOT_FORWARDED = frozenset({"host", "content-length", "connection"})
DONE, REFUSED, NOT_REACHED = 204, 401, 502


@dataclass(frozen=True)
class ForwardedWebhook:
    """A webhook with the status of our answer, which is that of the local address if there is one."""

    message_id: str
    body: Mapping[str, Any]
    status: int
    fault: str = ""


Show = Callable[[ForwardedWebhook], None]


@dataclass(frozen=True)
class Receiver:
    """``secret`` is known when the endpoint is registered, after the port is open."""

    secret: Future[WebhookSecret]
    forward: str
    show: Show

    def take(self, headers: Mapping[str, str], raw: bytes) -> int:
        """Verifies, forwards and shows a webhook; returns the status to answer with."""
        message_id = headers.get("webhook-id", "")
        try:
            signature.verify(headers, raw, [self.secret.result(5)], real_now())
        except SignatureRefused as refused:
            fault = str(refused.facts["reason"])
            self.show(ForwardedWebhook(message_id, {}, REFUSED, fault))
            return REFUSED
        status, fault = self._forwarded(headers, raw) if self.forward else (DONE, "")
        self.show(ForwardedWebhook(message_id, json.loads(raw), status, fault))
        return status

    def _forwarded(self, headers: Mapping[str, str], raw: bytes) -> tuple[int, str]:
        sent = {name: value for name, value in headers.items() if name.lower() not in NOT_FORWARDED}
        try:
            answer = client().post(self.forward, content=raw, headers=sent, timeout=FORWARD_SECONDS)
        except httpx.HTTPError as fault:
            return NOT_REACHED, f"{self.forward}: {fault}"
        return answer.status_code, ""


class ReceiverHandler(BaseHTTPRequestHandler):
    """The receiver over HTTP."""

    receiver: Receiver

    def do_POST(self) -> None:
        """Takes a webhook."""
        length = self.headers.get("content-length") or "0"
        if not length.isascii() or not length.isdigit() or int(length) > LARGEST_BODY:
            status = 413
        elif self.path != PATH:
            status = 404
        else:
            headers = {name.lower(): value for name, value in self.headers.items()}
            status = self.receiver.take(headers, self.rfile.read(int(length)))
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Logs nothing: each webhook is shown."""


@contextmanager
def serving(receiver: Receiver) -> Iterator[str]:
    """Serves while the block runs, and gives the address to register."""
    handler = type("OwnReceiverHandler", (ReceiverHandler,), {"receiver": receiver})
    with ThreadingHTTPServer((HOST, 0), handler) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield f"http://{HOST}:{server.server_port}{PATH}"
        finally:
            server.shutdown()
