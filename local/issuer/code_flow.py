"""The authorization-code flow of the local issuers: what oidc-provider-mock lacks of a real issuer.

A portal without a secret (a public client) exchanges its code with PKCE (RFC 7636), and renews its tokens
with a refresh token. An ID token has the ``kid`` of its key, by which API Gateway finds the key, and
``auth_time``: when the user logged in, which a renewal does not change (OpenID Connect Core, section 12.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import flask
from authlib.oauth2.rfc7636 import CodeChallenge  # type: ignore[import-untyped]
from oidc_provider_mock import _app as provider
from oidc_provider_mock._storage import storage

from helsebro_aws.platform.clock import real_now

CHALLENGE_METHODS = ("S256",)
CLIENT_METHODS = ("client_secret_basic", "client_secret_post", "none")
LOGINS: dict[str, int] = {}
"""When the user logged in, in seconds since 1970: by code, and by refresh token."""
WITHOUT_AUTH_TIME = "idura"
"""The broker that writes the instant of a login in a claim of its own."""


def issuer() -> str:
    """Returns the issuer of this request: a broker's has a path of its own on the same host."""
    return flask.request.url_root.rstrip("/")


class DatedIdToken(provider.OpenIDCode):  # type: ignore[misc]
    """ID tokens with the id of their key and the time of the login."""

    def get_encode_header(self, client: object) -> dict[str, str]:
        """Returns the header of every ID token."""
        return {**super().get_encode_header(client), "kid": storage.jwk.as_dict()["kid"]}

    def get_compatible_claims(self, request: Any) -> dict[str, Any]:
        """Returns the claims that are not the user's own; a broker may write no ``auth_time``."""
        claims: dict[str, Any] = super().get_compatible_claims(request)
        return {**_undated(claims), **_when(_logged_in_at(request))}

    def get_authorization_code_claims(self, authorization_code: Any) -> dict[str, Any]:
        """Returns the claims of the code without the time of the login, which is written above."""
        claims: dict[str, Any] = super().get_authorization_code_claims(authorization_code)
        return _undated(claims)

    def get_jwt_config(self, grant: Any, client: object = None) -> dict[str, Any]:
        """Returns the key, the algorithm, the lifetime and the issuer of every ID token."""
        return {**super().get_jwt_config(grant, client), "iss": issuer()}

    def process_token(self, grant: Any, response: Any) -> Any:
        """Adds the ID token to the answer, and keeps the time of the login for its renewals."""
        token = super().process_token(grant, response)
        if "refresh_token" in token:
            LOGINS[token["refresh_token"]] = _logged_in_at(grant.request)
        return token


class S256Challenge(CodeChallenge):  # type: ignore[misc]
    """PKCE: a code that was asked for with a challenge needs the verifier. Without one it stays optional."""

    SUPPORTED_CODE_CHALLENGE_METHOD = CHALLENGE_METHODS
    DEFAULT_CODE_CHALLENGE_METHOD = CHALLENGE_METHODS[0]

    def __init__(self) -> None:
        super().__init__(required=False)
        self._asked: dict[str, str | None] = {}

    def remember(self, code: str, data: Mapping[str, str]) -> None:
        """Stores the challenge of a code, which the provider's own code has no field for."""
        self._asked[code] = data.get("code_challenge")

    def get_authorization_code_challenge(self, authorization_code: Any) -> str | None:
        """Returns the challenge of this code, or ``None``."""
        return self._asked[authorization_code.code]

    def get_authorization_code_challenge_method(self, _: Any) -> str:
        """Returns the one method that a login may ask for."""
        return CHALLENGE_METHODS[0]


class PublicCodeGrant(provider.AuthorizationCodeGrant):  # type: ignore[misc]
    """The grant for a code, also for a client that has no secret."""

    TOKEN_ENDPOINT_AUTH_METHODS = CLIENT_METHODS
    challenges = S256Challenge()

    def __init__(self, request: Any, server: Any) -> None:
        super().__init__(request, server)
        self.challenges(self)

    def save_authorization_code(self, code: str, request: Any) -> None:
        """Stores the code with its challenge and the time of the login."""
        super().save_authorization_code(code, request)
        self.challenges.remember(code, request.payload.data)
        LOGINS[code] = int(real_now().timestamp())


class RenewalGrant(provider.RefreshTokenGrant):  # type: ignore[misc]
    """The grant for a refresh token: it also renews the ID token, which is what the API takes."""

    TOKEN_ENDPOINT_AUTH_METHODS = CLIENT_METHODS

    def __init__(self, request: Any, server: Any) -> None:
        super().__init__(request, server)
        self.lifetime = flask.g.oidc_provider_mock_config.access_token_max_age
        DatedIdToken(require_nonce=False, token_max_age=self.lifetime)(self)

    def generate_token(self, *args: Any, **options: Any) -> Any:
        """Returns the tokens; they are in force as long as those of the login."""
        options["expires_in"] = int(self.lifetime.total_seconds())
        return super().generate_token(*args, **options)


def install() -> None:
    """Puts these classes in place of the provider's own, before its app is made."""
    provider.OpenIDCode = DatedIdToken
    provider.AuthorizationCodeGrant = PublicCodeGrant
    provider.RefreshTokenGrant = RenewalGrant


def _logged_in_at(request: Any) -> int:
    code = request.authorization_code
    return LOGINS[code.code if code else request.refresh_token.token]


def _undated(claims: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in claims.items() if name != "auth_time"}


def _when(seconds: int) -> dict[str, Any]:
    """Returns the claim of the time of a login, as the broker that is asked writes it."""
    if issuer().endswith(f"/{WITHOUT_AUTH_TIME}"):
        at = datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")
        return {"authenticationinstant": at.replace("+00:00", "Z")}
    return {"auth_time": seconds}
