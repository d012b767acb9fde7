"""Logs in at an issuer with the authorization-code flow, as a portal does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from local.demo.code_flow import CodeFlow, LoginRefused
from local.demo.http_client import client

RETURN_TO = "http://127.0.0.1:9499/return"
PLATFORM = frozenset({"network", "auditor", "platform"})


def make_user(issuer: str, sub: str, claims: Mapping[str, Any]) -> None:
    """Creates a user of the demo issuer with these claims, over the provider's own API."""
    client().put(f"{issuer}/users/{sub}", json=dict(claims)).raise_for_status()


def token(issuer: str, client_id: str, sub: str) -> str:
    """Logs in and returns the ID token: authorizes, gets a code, and exchanges it."""
    flow = CodeFlow(f"{issuer}/oauth2/authorize", f"{issuer}/oauth2/token", client_id, RETURN_TO)
    authorized = client().post(flow.authorize_url, params=flow.query, data={"sub": sub})
    if "location" not in authorized.headers:
        raise LoginRefused(f"{issuer} refused the login of {sub} ({authorized.status_code}).")
    return flow.redeem(authorized.headers["location"])


def of_demo_user(stack: Mapping[str, Any], user: str) -> str:
    """Logs in a demo user and returns the ID token."""
    kind = kind_of(user)
    return token(stack[f"{kind}Issuer"], stack[f"{kind}ClientId"], user)


def kind_of(user: str) -> Literal["staff", "member"]:
    """Returns whose issuer knows a user: the name of staff has a hyphen, or is a role of the platform."""
    return "staff" if "-" in user or user in PLATFORM else "member"
