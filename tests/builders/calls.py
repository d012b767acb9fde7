"""Builders of HTTP API events as the gateway sends them; any field that is not mentioned is irrelevant."""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from helsebro.signing import signature
from helsebro.signing.secret import WebhookSecret
from tests.conftest import MEMBER_ISSUER, STAFF_ISSUER
from tests.suite import contract
from tests.suite.exposure import sight


def member(cpr: str = "0101901234", **claims: Any) -> dict[str, Any]:
    """Returns the token claims of a Danish member who logged in with MitID."""
    base = {"iss": MEMBER_ISSUER, "aud": "member-portal", "sub": f"m-{secrets.token_hex(4)}"}
    assurance = "https://data.gov.dk/concept/core/nsis/loa/substantial"
    return {**base, "acr": assurance, "dk.cpr": cpr, **claims}


def staff(*roles: str, payer: str | None = "tryg", **claims: Any) -> dict[str, Any]:
    """Returns the token claims of staff: of a payer, or with ``payer=None`` of the platform."""
    base = {"iss": STAFF_ISSUER, "aud": "staff-portal", "sub": "s-1", "email": "staff@example.org"}
    tenant = {"payer": payer} if payer else {}
    return {**base, "roles": list(roles), **tenant, **claims}


def event(
    method: str,
    path: str,
    *,
    by: Mapping[str, Any] | None = None,
    body: Any = None,
    headers: Mapping[str, str] | None = None,
    key: str | None = "",
) -> dict[str, Any]:
    """Returns an HTTP API event (payload 2.0).

    ``key`` is the idempotency key: a new one by default, none when it is None. A token without ``exp``
    expires ten minutes after this call, one without ``auth_time`` is of a login at this call: pytest makes
    tables of cases up to an hour before it uses them.
    """
    path, _, query = path.partition("?")
    given = {"content-type": "application/json", **(headers or {})}
    if method == "POST" and key is not None:
        given.setdefault("idempotency-key", key or secrets.token_hex(8))
    claims = {"claims": json.dumps({"exp": time.time() + 600, "auth_time": time.time(), **by})} if by else {}
    authorizer = {"authorizer": {"lambda": claims}} if by else {}
    return {
        "version": "2.0",
        "rawPath": path,
        "rawQueryString": query,
        "queryStringParameters": dict(part.split("=", 1) for part in query.split("&")) if query else None,
        "headers": given,
        "requestContext": {
            "http": {"method": method, "path": path},
            "stage": "$default",
            "requestId": "request-1",
            **authorizer,
        },
        "body": body if isinstance(body, str) or body is None else json.dumps(body),
        "isBase64Encoded": False,
    }


def signed(
    method: str, path: str, *, clinic_id: str, secret: str, body: Any = None, at: datetime | None = None
) -> dict[str, Any]:
    """Returns the same event, signed by a clinic's system."""
    call = event(method, path, body=body, key=None)
    raw = (call["body"] or "").encode()
    when = at or datetime.now(UTC)
    message_id = f"msg_{secrets.token_hex(8)}"
    headers = signature.sign(message_id, when, raw, [WebhookSecret.parse(secret)])
    call["headers"] |= {**headers, "helsebro-clinic": clinic_id}
    return call


@dataclass(frozen=True)
class Answered:
    """The answer of a handler."""

    status: int
    body: Any
    headers: Mapping[str, str]


def ask(handler: Callable[[Any, Any], Any], call: Mapping[str, Any]) -> Answered:
    """Returns the answer of a function's handler, with its JSON body parsed.

    Fails when the OpenAPI document does not describe the answer, or when it shows what is not for the caller.
    """
    is_of_a_function = contract.is_of_a_function(handler)
    if is_of_a_function:
        sight.note_callers()
    result = handler(call, LambdaContext())
    text = result.get("body")
    headers = {name.lower(): value for name, value in result["headers"].items()}
    is_json = "json" in headers.get("content-type", "")
    if is_of_a_function:
        contract.must_describe(call, result["statusCode"], headers, text or "")
    return Answered(result["statusCode"], json.loads(text) if text and is_json else text, headers)


class LambdaContext:
    """The part of a Lambda context that Powertools reads."""

    function_name = "function"
    memory_limit_in_mb = 256
    invoked_function_arn = "arn:aws:lambda:eu-north-1:000000000000:function:function"
    aws_request_id = "request-1"
