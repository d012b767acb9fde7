"""Asking a running stack as a third party would: every answer is held against the contract's conventions."""

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
from local.journey.people import ASSURANCE, Stack

OF_A_PROBLEM = {"type", "title", "status", "detail", "instance", "code"}


def held_to_the_contract(answer: httpx.Response) -> httpx.Response:
    """The answer itself, once it is no fault of ours, can be traced, and a refusal is problem+json."""
    told = f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {answer.text[:300]}"
    assert answer.status_code < 500, told
    assert answer.headers.get("x-correlation-id"), told
    if answer.status_code >= 400:
        assert answer.headers["content-type"].startswith("application/problem+json"), told
        problem = answer.json()
        assert set(problem) >= OF_A_PROBLEM, told
        assert problem["status"] == answer.status_code, told
        assert problem["type"] == f"/problems/{problem['code']}", told
    return answer


@dataclass(frozen=True)
class Asker:
    """Somebody with or without a token. A POST has a fresh idempotency key unless ``key`` says otherwise."""

    stack: Stack
    token: str = ""

    def ask(self, method: str, path: str, body: Any = None, key: str = "", **headers: str) -> httpx.Response:
        """One call, its answer held to the contract."""
        given = {"accept-language": "en", **headers}
        if self.token:
            given["authorization"] = f"Bearer {self.token}"
        if method == "POST" and key != "none":
            given["idempotency-key"] = key or secrets.token_hex(8)
        raw = body if isinstance(body, bytes) else None
        with httpx.Client(timeout=60) as client:
            url, parsed = self.stack.api_url + path, None if raw is not None else body
            return held_to_the_contract(client.request(method, url, json=parsed, content=raw, headers=given))

    def get(self, path: str, **headers: str) -> httpx.Response:
        """Reads."""
        return self.ask("GET", path, **headers)

    def put(self, path: str, body: Any) -> httpx.Response:
        """Sets."""
        return self.ask("PUT", path, body)

    def post(self, path: str, body: Any, key: str = "", **headers: str) -> httpx.Response:
        """Creates."""
        return self.ask("POST", path, body, key, **headers)


def staff(stack: Stack, payer: str | None, *roles: str, **claims: Any) -> Asker:
    """A staff member with these roles, of a payer or of the platform."""
    sub, of_payer = f"s-{secrets.token_hex(5)}", {"payer": payer} if payer else {}
    known = {"roles": list(roles), "email": f"{sub}@example.org", **of_payer, **claims}
    login.make_user(stack.staff_issuer, sub, known)
    return Asker(stack, login.token(stack.staff_issuer, stack.staff_client_id, sub))


def member(stack: Stack, cpr: str, client_id: str = "", **claims: Any) -> Asker:
    """The person with this CPR number, logged in with MitID."""
    sub = f"m-{secrets.token_hex(5)}"
    login.make_user(stack.member_issuer, sub, {"dk.cpr": cpr, "acr": ASSURANCE, **claims})
    return Asker(stack, login.token(stack.member_issuer, client_id or stack.member_client_id, sub))


def cpr_of_age(years: int) -> str:
    """A CPR number that nobody has, of somebody that old since the first of January."""
    born = date(datetime.now(UTC).year - years, 1, 1)
    serial = secrets.randbelow(4000) + (0 if born.year < 2000 else 4000)
    return f"{born:%d%m%y}{serial:04d}"


def signed(
    stack: Stack,
    path: str,
    body: bytes,
    *,
    method: str = "POST",
    message_id: str = "",
    late: timedelta = timedelta(),
    secret: str = "",
    **changed: str,
) -> httpx.Response:
    """A call of the demo clinic's system; ``changed`` replaces headers, ``-`` for none."""
    at = datetime.now(UTC) - late
    named = message_id or f"msg_{secrets.token_hex(8)}"
    headers = signature.sign(named, at, body, [WebhookSecret.parse(secret or stack.signing_secret)])
    headers |= {"helsebro-clinic": stack.clinic_id, "content-type": "application/json"}
    headers |= {name.replace("_", "-"): text for name, text in changed.items()}
    kept = {name: text for name, text in headers.items() if text != "-"}
    with httpx.Client(timeout=60) as client:
        url = stack.api_url + path
        return held_to_the_contract(client.request(method, url, content=body, headers=kept))


def clinic_event(kind: str, data: dict[str, Any]) -> bytes:
    """The body of a clinic event, now."""
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return json.dumps({"type": kind, "timestamp": at, "data": data}).encode()
