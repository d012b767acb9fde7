"""The authorization-code flow with PKCE (RFC 7636), from the side of a portal or a program."""

from __future__ import annotations

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from local.demo.http_client import client

SCOPE = "openid email profile"


class LoginRefused(Exception):
    """The issuer refused the login, or its answer belongs to another login; the text says which."""


def _random() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class CodeFlow:
    """One login at an issuer: its two addresses, who asks, and the secrets that only this login knows."""

    authorize_url: str
    token_url: str
    client_id: str
    return_to: str
    verifier: str = field(default_factory=_random)
    state: str = field(default_factory=_random)
    nonce: str = field(default_factory=_random)

    @classmethod
    def at(cls, issuer: str, client_id: str, return_to: str) -> CodeFlow:
        """Returns a login at an issuer whose addresses are read from its OpenID configuration."""
        found = client().get(f"{issuer.rstrip('/')}/.well-known/openid-configuration", follow_redirects=True)
        if not found.is_success:
            raise LoginRefused(f"{issuer} has no OpenID configuration ({found.status_code}).")
        known = found.json()
        return cls(known["authorization_endpoint"], known["token_endpoint"], client_id, return_to)

    @property
    def query(self) -> dict[str, str]:
        """Returns what the authorization request carries."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return {
            "client_id": self.client_id,
            "redirect_uri": self.return_to,
            "response_type": "code",
            "scope": SCOPE,
            "state": self.state,
            "nonce": self.nonce,
            "code_challenge": urlsafe_b64encode(digest).rstrip(b"=").decode(),
            "code_challenge_method": "S256",
        }

    @property
    def page(self) -> str:
        """Returns the address at which a person logs in."""
        mark = "&" if "?" in self.authorize_url else "?"
        return f"{self.authorize_url}{mark}{urlencode(self.query)}"

    def redeem(self, returned: str) -> str:
        """Returns the ID token for the address that the issuer sent the person back to.

        Raises ``LoginRefused``. The token comes from the issuer itself, so its signature is not checked
        (OpenID Connect Core, 3.1.3.7); the platform checks it at every call.
        """
        answer = {name: values[0] for name, values in parse_qs(urlsplit(returned).query).items()}
        if "error" in answer:
            raise LoginRefused(f"{answer['error']}: {answer.get('error_description', 'no reason given')}")
        if answer.get("state") != self.state or "code" not in answer:
            raise LoginRefused("The answer of the issuer does not belong to this login.")
        exchanged = client().post(
            self.token_url,
            data={
                "grant_type": "authorization_code",
                "code": answer["code"],
                "redirect_uri": self.return_to,
                "client_id": self.client_id,
                "code_verifier": self.verifier,
            },
        )
        if not exchanged.is_success:
            raise LoginRefused(f"The issuer gives no token ({exchanged.status_code}): {exchanged.text[:200]}")
        token = str(exchanged.json()["id_token"])
        if claims_of(token).get("nonce") != self.nonce:
            raise LoginRefused("The token of the issuer does not belong to this login.")
        return token


def claims_of(token: str) -> Mapping[str, Any]:
    """Returns the claims of a token, without checking its signature."""
    payload = token.split(".")[1]
    claims: dict[str, Any] = json.loads(urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims
