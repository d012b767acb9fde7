"""A minimal journal and booking system of a clinic: the signed calls that it sends."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from helsebro_aws.platform.clock import real_now
from local.clinic.url_path import encoded

SECONDS = 60.0


@dataclass(frozen=True)
class Reply:
    """The platform's answer; ``body`` is parsed when it is JSON, else text."""

    status: int
    body: Any
    headers: Mapping[str, str]

    @classmethod
    def of(cls, status: int, raw: bytes, headers: Mapping[str, str]) -> Reply:
        """Returns the reply of an answer as it came; its headers get names in lower case."""
        lowered = {name.lower(): value for name, value in headers.items()}
        text = raw.decode(errors="replace")
        is_json = "json" in lowered.get("content-type", "") and text
        return cls(status, json.loads(text) if is_json else text, lowered)


@dataclass(frozen=True)
class ClinicSystem:
    """One clinic's system: every call is signed with the clinic's secret over its raw body.

    ``now`` is the business time of its reports and bills; it signs with the real time.
    """

    api_url: str
    clinic_id: str
    signing_secret: str
    now: Callable[[], datetime] = real_now

    def publish_slots(self, practitioner_key: str, slots: Sequence[Mapping[str, str]]) -> Reply:
        """Publishes free slots of one practitioner, each ``{"key","startsAt","endsAt","service"}``."""
        return self.event("slots.published", {"practitionerKey": practitioner_key, "slots": list(slots)})

    def event(self, type_: str, data: Mapping[str, Any], *, message_id: str | None = None) -> Reply:
        """Sends an event: ``session.held``, ``session.missed``, ``course.ended`` …

        Use the same ``message_id`` to send the same event again.
        """
        timestamp = self.now().isoformat(timespec="seconds").replace("+00:00", "Z")
        body = {"type": type_, "timestamp": timestamp, "data": dict(data)}
        return self.send("POST", "/v1/clinic-events", _json(body), message_id=message_id)

    def get(self, path: str) -> Reply:
        """Reads a resource of the clinic: a booking, a guarantee, an invoice, its events."""
        return self.send("GET", path, b"")

    def put(self, path: str, body: Mapping[str, Any]) -> Reply:
        """Sets a resource of the clinic, such as a practitioner."""
        return self.send("PUT", path, _json(body))

    def send_invoice(self, xml: bytes | str, *, preflight: bool = False) -> Reply:
        """Sends a UBL invoice or credit note; ``preflight`` only checks it."""
        raw = xml.encode() if isinstance(xml, str) else xml
        path = "/v1/invoices/preflight" if preflight else "/v1/invoices"
        return self.send("POST", path, raw, content_type="application/xml")

    def register_endpoint(self, url: str, events: Sequence[str] = ("*",)) -> Reply:
        """Registers ``url`` for webhooks; only this answer has their ``secret``."""
        path = f"/v1/clinics/{self.clinic_id}/webhook-endpoints"
        return self.send("POST", path, _json({"url": url, "events": list(events)}))

    def remove_endpoint(self, endpoint_id: str) -> Reply:
        """Removes an endpoint, so that it gets no more webhooks."""
        return self.send("DELETE", f"/v1/clinics/{self.clinic_id}/webhook-endpoints/{endpoint_id}", b"")

    def send(
        self,
        method: str,
        path: str,
        body: bytes,
        *,
        content_type: str = "application/json",
        message_id: str | None = None,
        extra: Mapping[str, str] | None = None,
    ) -> Reply:
        """Sends a signed call and returns the reply, whatever its status; ``extra`` are further headers.

        Raises ``CommandFault`` for a path that does not begin with a slash.
        """
        identifier = message_id or f"msg_{secrets.token_hex(12)}"
        secret = WebhookSecret.parse(self.signing_secret)
        headers = signature.sign(identifier, real_now(), body, [secret])
        headers |= {"helsebro-clinic": self.clinic_id, "accept-language": "en"}
        if body:
            headers["content-type"] = content_type
        headers |= extra or {}
        request = Request(self.api_url.rstrip("/") + encoded(path), body or None, headers, method=method)
        try:
            with urlopen(request, timeout=SECONDS) as answer:
                return Reply.of(answer.status, answer.read(), dict(answer.headers))
        except HTTPError as refusal:
            with refusal:
                return Reply.of(refusal.code, refusal.read(), dict(refusal.headers))


def _json(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
