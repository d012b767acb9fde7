"""What a page of a portal needs from an issuer: CORS for its origin, and a code flow with PKCE."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from local.journey.portal import ALLOWED, preflight
from local.stack import identity_providers
from local.stack.ports import Ports, portal_origins

PORTALS, STRANGER = portal_origins().split(","), "https://stranger.example"
CALLBACK = "http://localhost:5173/callback"
VERIFIER = "a-verifier-has-43-to-128-characters-of-this-kind"
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")


@pytest.fixture(scope="module")
def issuer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    ports = Ports.free()
    home: Path = tmp_path_factory.mktemp("issuer")
    with identity_providers.start("members", ports.members, home):
        yield ports.url("members")


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
