"""Authorize: verifies the bearer token of either issuer, for every route that takes a token.

Trigger: Lambda authorizer of the HTTP API, simple response. It lets every call through to the function, with
the claims or with a verdict; the function answers a bad token with a 401 problem+json, and a call without a
token may still carry a clinic system's signature.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from helsebro.errors import Unavailable
from helsebro.onboarding.folded_name import digest_of_name
from helsebro_aws.http.tracing import correlation
from helsebro_aws.identity.bearer_token import TokenRefused, TrustedIssuer, claims_of
from helsebro_aws.identity.issuer_keys import Fetch, IssuerKeys, over_http
from helsebro_aws.platform.log import line
from helsebro_aws.platform.settings import Settings, settings

OF_EVERY_TOKEN = ("iss", "aud", "sub", "exp", "acr", "auth_time")
OF_STAFF, OF_MEMBERS = ("payer", "roles", "email"), ("dk.cpr", "dk.cvr", "no.fnr")
PASSED_ON = (*OF_EVERY_TOKEN, *OF_STAFF, *OF_MEMBERS)
NAME_DIGEST = "name_digest"
"""The digest of the name, which is enough to compare it with that of a clinic's signatory (F0-03)."""
SIGNING = "/contract/sign"
"""How the path of a signature ends: people of the network team read the name when it differs."""


def trusted_issuers(of: Settings, fetch: Fetch = over_http) -> list[TrustedIssuer]:
    """Returns the member issuer and the staff issuer of these settings."""
    pairs = ((of.member_issuer, of.member_client), (of.staff_issuer, of.staff_client))
    return [TrustedIssuer(name, client, IssuerKeys(name, fetch)) for name, client in pairs]


def context_of(
    headers: Mapping[str, str], trusted: Sequence[TrustedIssuer], path: str = ""
) -> dict[str, str]:
    """Returns the claims, the verdict on a bad token, or nothing when there is no token."""
    authorization = headers.get("authorization")
    if authorization is None:
        return {}
    scheme, _, token = authorization.strip().partition(" ")
    if scheme.lower() != "bearer":
        return {"refused": "token-invalid"}
    try:
        claims = claims_of(token.strip(), trusted)
    except TokenRefused as refusal:
        return {"refused": refusal.code}
    except Unavailable as unavailable:
        return {"refused": unavailable.code}
    return {"claims": json.dumps(_passed_on(claims, with_name=path.endswith(SIGNING)))}


def _passed_on(claims: Mapping[str, Any], *, with_name: bool) -> dict[str, Any]:
    """Returns the claims that functions read; of a name only its digest, unless the call needs the name.

    The name is one claim or two, as issuers differ (OpenID Connect Core, section 5.1).
    """
    passed = {name: claims[name] for name in PASSED_ON if name in claims}
    parts = (claims.get("given_name"), claims.get("family_name"))
    name = str(claims.get("name") or " ".join(str(part) for part in parts if part))
    if not name:
        return passed
    return {**passed, NAME_DIGEST: digest_of_name(name), **({"name": name} if with_name else {})}


@cache
def _as_deployed() -> list[TrustedIssuer]:
    return trusted_issuers(settings)


def handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Returns the authorizer's response: every call is authorized, with a context for the function."""
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    found = context_of(headers, _as_deployed(), str(event.get("rawPath", "")))
    verdict = found.get("refused") or ("accepted" if found else "no-token")
    correlation_id = correlation.of(event)
    line("token", correlationId=correlation_id, verdict=verdict)
    return {"isAuthorized": True, "context": {**found, "correlationId": correlation_id}}
