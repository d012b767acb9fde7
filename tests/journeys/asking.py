"""Calls a running stack as a third party does, and checks each answer against the contract's conventions."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from local.demo import login
from local.demo.http_client import client
from local.journey.people import ASSURANCE, StackAddresses
from tests.suite.contract import CONTRACT

OF_A_PROBLEM = {"type", "title", "status", "detail", "instance", "code"}


def checked(answer: httpx.Response) -> httpx.Response:
    """Returns the answer, which must be as the OpenAPI document says, with a correlation id, and not 500."""
    summary = f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {answer.text[:300]}"
    assert answer.status_code < 500, summary
    assert answer.headers.get("x-correlation-id"), summary
    if answer.status_code >= 400:
        assert answer.headers["content-type"].startswith("application/problem+json"), summary
        problem = answer.json()
        assert set(problem) >= OF_A_PROBLEM, summary
        assert problem["status"] == answer.status_code, summary
        assert problem["type"] == f"/problems/{problem['code']}", summary
    assert CONTRACT.faults_over_http(answer) == []
    return answer


@dataclass(frozen=True)
class Asker:
    """A caller with or without a token. A POST has a new idempotency key, or ``key``; "none" sends no key."""

    stack: StackAddresses
    token: str = ""

    def ask(self, method: str, path: str, body: Any = None, key: str = "", **headers: str) -> httpx.Response:
        """Sends a call and returns its checked answer."""
        sent = {"accept-language": "en", **headers}
        if self.token:
            sent["authorization"] = f"Bearer {self.token}"
        if method == "POST" and key != "none":
            sent["idempotency-key"] = key or secrets.token_hex(8)
        raw = body if isinstance(body, bytes) else None
        url, parsed = self.stack.api_url + path, None if raw is not None else body
        return checked(client().request(method, url, json=parsed, content=raw, headers=sent))

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Sends a GET."""
        return self.ask("GET", path, **headers)

    def put(self, path: str, body: Any) -> httpx.Response:
        """Sends a PUT."""
        return self.ask("PUT", path, body)

    def post(self, path: str, body: Any, key: str = "", **headers: str) -> httpx.Response:
        """Sends a POST."""
        return self.ask("POST", path, body, key, **headers)


def staff(stack: StackAddresses, payer: str | None, *roles: str, **claims: Any) -> Asker:
    """Logs in a staff member with these roles, of a payer or of the platform."""
    sub, of_payer = f"s-{secrets.token_hex(5)}", {"payer": payer} if payer else {}
    known = {"roles": list(roles), "email": f"{sub}@example.org", **of_payer, **claims}
    login.make_user(stack.staff_issuer, sub, known)
    return Asker(stack, login.token(stack.staff_issuer, stack.staff_client_id, sub))


def member(stack: StackAddresses, cpr: str, client_id: str = "", **claims: Any) -> Asker:
    """Logs in the person with this CPR number, with MitID."""
    sub = f"m-{secrets.token_hex(5)}"
    login.make_user(stack.member_issuer, sub, {"dk.cpr": cpr, "acr": ASSURANCE, **claims})
    return Asker(stack, login.token(stack.member_issuer, client_id or stack.member_client_id, sub))


def cpr_of_age(years: int) -> str:
    """Returns an unused CPR number with a birthday on 1 January and this age."""
    born = date(datetime.now(UTC).year - years, 1, 1)
    serial = secrets.randbelow(4000) + (0 if born.year < 2000 else 4000)
    return f"{born:%d%m%y}{serial:04d}"


def signed(
    stack: StackAddresses,
    path: str,
    body: bytes,
    *,
    method: str = "POST",
    message_id: str = "",
    late: timedelta = timedelta(),
    secret: str = "",
    **changed: str,
) -> httpx.Response:
    """Sends a signed call of the demo clinic; ``changed`` replaces headers, ``-`` removes one."""
    at = datetime.now(UTC) - late
    identifier = message_id or f"msg_{secrets.token_hex(8)}"
    headers = signature.sign(identifier, at, body, [WebhookSecret.parse(secret or stack.signing_secret)])
    headers |= {"helsebro-clinic": stack.clinic_id, "content-type": "application/json"}
    headers |= {name.replace("_", "-"): text for name, text in changed.items()}
    kept = {name: text for name, text in headers.items() if text != "-"}
    return checked(client().request(method, stack.api_url + path, content=body, headers=kept))


def clinic_event(kind: str, data: dict[str, Any]) -> bytes:
    """Returns the body of a clinic event with the present time."""
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return json.dumps({"type": kind, "timestamp": at, "data": data}).encode()
