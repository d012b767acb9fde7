"""Maskinporten: Norway's access tokens between organisations, by a signed JWT grant (RFC 7523).

Sources, read on 29 November 2026: https://docs.digdir.no/docs/Maskinporten/maskinporten_protocol_jwtgrant and
https://docs.digdir.no/docs/Maskinporten/maskinporten_protocol_token.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from helsebro_aws.onboarding.registers.authorisation_register import RegisterUnavailable
from helsebro_aws.onboarding.registers.register_server import answer_of
from helsebro_aws.platform import clock
from helsebro_aws.webhooks.safe_call import CalledServer

GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
GRANT_LIFE = timedelta(seconds=100)
"""Maskinporten refuses a grant that lives longer than 120 seconds."""
BEFORE_ITS_END = timedelta(seconds=10)
"""A token is not used in its last seconds."""


@dataclass(frozen=True)
class MaskinportenClient:
    """Our client as an operator registered it; ``key`` is its private key as PEM, ``kid`` the key's id."""

    issuer: str
    client: str
    kid: str
    key: str = field(repr=False)


@dataclass
class Maskinporten:
    """Tokens of one scope, each used for as long as it lives."""

    known_by: MaskinportenClient
    server: CalledServer
    scope: str
    real_now: Callable[[], datetime] = clock.real_now
    _token: tuple[str, datetime] | None = field(default=None, repr=False)

    def token(self) -> str:
        """Returns a token that can be used now. Raises ``RegisterUnavailable``."""
        now = self.real_now()
        if self._token is None or self._token[1] <= now:
            self._token = self._new_token(now)
        return self._token[0]

    def _new_token(self, now: datetime) -> tuple[str, datetime]:
        body = urlencode({"grant_type": GRANT, "assertion": self._grant(now)}).encode()
        headers = {"content-type": "application/x-www-form-urlencoded", "accept": "application/json"}
        answer = answer_of(self.server, "POST", "/token", headers, body)
        if answer.status != 200:
            raise RegisterUnavailable(f"token-{answer.status}")
        given = json_object(answer.body)
        token, seconds = given.get("access_token"), given.get("expires_in")
        if not isinstance(token, str) or not isinstance(seconds, int):
            raise RegisterUnavailable("answer-malformed")
        return token, now + timedelta(seconds=seconds) - BEFORE_ITS_END

    def _grant(self, now: datetime) -> str:
        # Here, so that a check in Denmark loads no code of signatures.
        import jwt

        claims = {
            "aud": self.known_by.issuer,
            "iss": self.known_by.client,
            "scope": self.scope,
            "iat": now,
            "exp": now + GRANT_LIFE,
            "jti": str(uuid4()),
        }
        return jwt.encode(claims, self.known_by.key, algorithm="RS256", headers={"kid": self.known_by.kid})


def json_object(body: bytes) -> Mapping[str, Any]:
    """Returns the JSON object of an answer. Raises ``RegisterUnavailable`` for anything else."""
    try:
        read = json.loads(body)
    except ValueError:
        raise RegisterUnavailable("answer-malformed") from None
    if not isinstance(read, dict):
        raise RegisterUnavailable("answer-malformed")
    return read
