"""Logs in at an issuer with the authorization-code flow, as a portal does."""

from __future__ import annotations

import atexit
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

RETURN_TO = "http://127.0.0.1:9499/return"
SCOPE = "openid email profile"
PLATFORM = frozenset({"network", "auditor", "platform"})


@cache
def client() -> httpx.Client:
    """Returns the one client of this process: each new one would read the certificates again."""
    made = httpx.Client(timeout=60)
    atexit.register(made.close)
    return made


def make_user(issuer: str, sub: str, claims: Mapping[str, Any]) -> None:
    """Creates a user of the demo issuer with these claims, over the provider's own API."""
    client().put(f"{issuer}/users/{sub}", json=dict(claims)).raise_for_status()


def token(issuer: str, client_id: str, sub: str) -> str:
    """Logs in and returns the ID token: authorizes, gets a code, and exchanges it."""
    query = {"client_id": client_id, "redirect_uri": RETURN_TO, "response_type": "code", "scope": SCOPE}
    authorized = client().post(f"{issuer}/oauth2/authorize", params=query, data={"sub": sub})
    code = parse_qs(urlsplit(authorized.headers["location"]).query)["code"][0]
    exchanged = client().post(
        f"{issuer}/oauth2/token",
        data={
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": RETURN_TO,
            "client_id": client_id,
        },
    )
    exchanged.raise_for_status()
    return str(exchanged.json()["id_token"])


def of_demo_user(stack: Mapping[str, Any], user: str) -> str:
    """Logs in a demo user and returns the ID token.

    The name of a staff user has a hyphen, or is a role of the platform.
    """
    of_staff = "-" in user or user in PLATFORM
    kind = "staff" if of_staff else "member"
    return token(stack[f"{kind}Issuer"], stack[f"{kind}ClientId"], user)
