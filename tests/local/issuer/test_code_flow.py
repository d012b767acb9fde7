"""What a page of a portal needs from an issuer: CORS for its origin, and a code flow with PKCE."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from local.journey.portal import ALLOWED, preflight
from local.stack import identity_providers
from local.stack.ports import portal_origins

PORTALS, STRANGER = portal_origins().split(","), "https://stranger.example"
CALLBACK = "http://localhost:5173/callback"
VERIFIER = "a-verifier-has-43-to-128-characters-of-this-kind"
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")


PATHS = ("/.well-known/openid-configuration", "/jwks", "/oauth2/token", "/userinfo")


@pytest.mark.parametrize("path", PATHS)
def test_only_a_page_of_our_portals_may_call_the_issuer(issuer: str, path: str) -> None:
    for origin in PORTALS:
        asked = preflight(issuer + path, origin, "GET", "authorization")
        assert (asked.status_code, asked.headers[ALLOWED]) == (200, origin)
        assert asked.headers["access-control-allow-headers"] == "authorization"
        assert httpx.get(issuer + path, headers={"Origin": origin}).headers[ALLOWED] == origin
    assert ALLOWED not in preflight(issuer + path, STRANGER, "GET", "authorization").headers
    assert ALLOWED not in httpx.get(issuer + path, headers={"Origin": STRANGER}).headers


def code_for_a_page(issuer: str) -> str:
    query = {
        "client_id": identity_providers.MEMBER_CLIENT,
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    location = httpx.post(f"{issuer}/oauth2/authorize", params=query, data={"sub": "anna"}).headers[
        "location"
    ]
    assert location.startswith(CALLBACK)
    return parse_qs(urlsplit(location).query)["code"][0]


def exchanged(issuer: str, **verifier: str) -> httpx.Response:
    form = {
        "grant_type": "authorization_code",
        "code": code_for_a_page(issuer),
        "redirect_uri": CALLBACK,
        "client_id": identity_providers.MEMBER_CLIENT,
    }
    return httpx.post(f"{issuer}/oauth2/token", data={**form, **verifier}, headers={"Origin": PORTALS[0]})


def test_a_page_without_a_secret_exchanges_its_code_for_an_id_token(issuer: str) -> None:
    answer = exchanged(issuer, code_verifier=VERIFIER)
    assert (answer.status_code, answer.headers[ALLOWED]) == (200, PORTALS[0])
    assert answer.json()["id_token"]


@pytest.mark.parametrize("verifier", [{}, {"code_verifier": VERIFIER.upper()}])
def test_a_code_with_a_challenge_is_refused_without_its_verifier(
    issuer: str, verifier: dict[str, str]
) -> None:
    assert exchanged(issuer, **verifier).status_code == 400


def test_the_discovery_document_advertises_what_the_code_flow_can_do(issuer: str) -> None:
    document = httpx.get(f"{issuer}/.well-known/openid-configuration").json()
    assert document["code_challenge_methods_supported"] == ["S256"]
    assert "none" in document["token_endpoint_auth_methods_supported"]
    assert document["issuer"] == issuer


def test_a_challenge_by_another_method_is_refused(issuer: str) -> None:
    query = {
        "client_id": identity_providers.MEMBER_CLIENT,
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid",
        "code_challenge": VERIFIER,
        "code_challenge_method": "plain",
    }
    back = urlsplit(httpx.get(f"{issuer}/oauth2/authorize", params=query).headers["location"])
    assert parse_qs(back.query)["error"] == ["invalid_request"]


def claims_of(answer: httpx.Response) -> dict[str, Any]:
    payload = answer.json()["id_token"].split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims


def test_a_renewed_id_token_keeps_the_time_of_the_login(issuer: str) -> None:
    first = exchanged(issuer, code_verifier=VERIFIER)
    form = {
        "grant_type": "refresh_token",
        "refresh_token": first.json()["refresh_token"],
        "client_id": identity_providers.MEMBER_CLIENT,
    }
    login = claims_of(first)
    # Tokens count whole seconds: the renewal comes in a later one.
    while (renewed := claims_of(answer := httpx.post(f"{issuer}/oauth2/token", data=form)))["iat"] == login[
        "iat"
    ]:
        time.sleep(0.05)
    assert answer.json()["expires_in"] == renewed["exp"] - renewed["iat"] == first.json()["expires_in"]
    assert renewed["auth_time"] == login["auth_time"]
    assert renewed["exp"] > login["exp"]
    assert renewed["sub"] == login["sub"]


@pytest.mark.parametrize(
    "wrong, shown",
    [
        ({"scope": None}, "invalid_scope"),
        ({"scope": "profile"}, "It must have openid"),
        ({"client_id": "another-portal"}, "This issuer knows helsebro-members and helsebro-staff."),
        ({"client_id": None}, "invalid_client"),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_login_that_cannot_begin_gets_a_page_that_says_why(
    issuer: str, wrong: dict[str, str | None], shown: str, method: str
) -> None:
    asked = {
        "client_id": identity_providers.MEMBER_CLIENT,
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid",
    }
    query = {name: value for name, value in {**asked, **wrong}.items() if value}
    answer = httpx.request(method, f"{issuer}/oauth2/authorize", params=query)
    assert (answer.status_code, shown in answer.text) == (400, True)
