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
from helsebro.identity.broker_login import BrokerLogin, LoginUnclear
from helsebro.onboarding.folded_name import digest_of_name
from helsebro_aws.http.callers import must_be_of_a_member
from helsebro_aws.http.errors import Unauthenticated
from helsebro_aws.http.tracing import correlation
from helsebro_aws.identity.bearer_token import TokenRefused, TrustedIssuer, claims_of
from helsebro_aws.identity.brokers.configured import brokers
from helsebro_aws.identity.brokers.dialects import claims_of_contract, login_of
from helsebro_aws.identity.issuer_keys import Fetch, IssuerKeys, over_http
from helsebro_aws.platform.log import line
from helsebro_aws.platform.settings import Settings, settings

OF_STAFF = ("iss", "aud", "sub", "exp", "acr", "auth_time", "payer", "roles", "email", "group")
NAME_DIGEST = "name_digest"
"""The digest of the name, which is enough to compare it with that of a clinic's signatory (F0-03)."""
SIGNING = "/contract/sign"
"""How the path of a signature ends: people of the network team read the name when it differs."""


def trusted_issuers(of: Settings, fetch: Fetch = over_http) -> list[TrustedIssuer]:
    """Returns the issuers of members, each with its dialect, and the issuer of staff."""
    of_members = [(one.issuer, one.client, one.dialect) for one in brokers(of)]
    every = [*of_members, (of.staff_issuer, of.staff_client, "")]
    return [TrustedIssuer(name, client, IssuerKeys(name, fetch), dialect) for name, client, dialect in every]


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
        claims, issuer = claims_of(token.strip(), trusted)
        passed = _passed_on(claims, issuer.dialect, with_name=path.endswith(SIGNING))
    except (TokenRefused, LoginUnclear, Unauthenticated) as refusal:
        return {"refused": refusal.code}
    except Unavailable as unavailable:
        return {"refused": unavailable.code}
    return {"claims": json.dumps(passed)}


def _passed_on(claims: Mapping[str, Any], dialect: str, *, with_name: bool) -> dict[str, Any]:
    """Returns the claims that functions read, those of members in the words of our own contract."""
    if not dialect:
        return {name: claims[name] for name in OF_STAFF if name in claims}
    must_be_of_a_member(claims)
    login = login_of(claims, dialect)
    return {**claims_of_contract(claims, login), **_named(login, with_name=with_name)}


def _named(login: BrokerLogin, *, with_name: bool) -> dict[str, str]:
    """Returns of a name only its digest, unless the call needs the name."""
    if not login.name:
        return {}
    return {NAME_DIGEST: digest_of_name(login.name), **({"name": login.name} if with_name else {})}


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
