"""One identity provider: oidc-provider-mock, with what a gateway and a portal need.

    python -m local.stack.identity_provider --port 9401 --token-seconds 28800 --origins http://localhost:5173

API Gateway finds the key of a token by the ``kid`` in its header, so the tokens have one. The rest is as with
MitID and BankID brokers: a portal without a secret (a public client) may exchange its code for a token, with
PKCE (RFC 7636), and pages of the named origins may call from a browser (CORS).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import uvicorn
from authlib.oauth2.rfc7636 import CodeChallenge  # type: ignore[import-untyped]
from flask_cors import CORS
from jinja2 import ChoiceLoader, FileSystemLoader
from oidc_provider_mock import _app as provider
from oidc_provider_mock._storage import storage

PAGES = Path(__file__).with_name("login_pages")


class NamedKeyCode(provider.OpenIDCode):  # type: ignore[misc]
    """The code flow with the id of the signing key in the token's header."""

    def get_encode_header(self, client: object) -> dict[str, str]:
        """Returns the header of every ID token."""
        return {**super().get_encode_header(client), "kid": storage.jwk.as_dict()["kid"]}


class RememberedChallenge(CodeChallenge):  # type: ignore[misc]
    """PKCE: a code that was asked for with a challenge needs the verifier. Without one it stays optional."""

    def __init__(self) -> None:
        super().__init__(required=False)
        self._asked: dict[str, tuple[str | None, str | None]] = {}

    def remember(self, code: str, data: Mapping[str, str]) -> None:
        """Stores the challenge of a code, which the provider's own code has no field for."""
        self._asked[code] = data.get("code_challenge"), data.get("code_challenge_method")

    def get_authorization_code_challenge(self, authorization_code: Any) -> str | None:
        """Returns the challenge of this code, or ``None``."""
        return self._asked[authorization_code.code][0]

    def get_authorization_code_challenge_method(self, authorization_code: Any) -> str | None:
        """Returns ``S256``, ``plain`` or ``None``."""
        return self._asked[authorization_code.code][1]


class PublicClientGrant(provider.AuthorizationCodeGrant):  # type: ignore[misc]
    """The same grant, also for a client that has no secret."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post", "none")
    challenges = RememberedChallenge()

    def __init__(self, request: Any, server: Any) -> None:
        super().__init__(request, server)
        self.challenges(self)

    def save_authorization_code(self, code: str, request: Any) -> None:
        """Stores the code with its challenge."""
        super().save_authorization_code(code, request)
        self.challenges.remember(code, request.payload.data)


def _use_our_pages(app: Any) -> None:
    """Lets the provider's pages load nothing from elsewhere: its own load a stylesheet from a public host."""
    app.jinja_loader = ChoiceLoader([FileSystemLoader(PAGES), app.jinja_loader])


def main() -> None:
    """Serves on loopback until it is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--token-seconds", type=int, default=3600)
    parser.add_argument("--origins", default="", help="whose pages may call, with a comma between them")
    arguments = parser.parse_args()
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    provider.OpenIDCode = NamedKeyCode
    provider.AuthorizationCodeGrant = PublicClientGrant
    app = provider.app(access_token_max_age=timedelta(seconds=arguments.token_seconds))
    _use_our_pages(app)
    CORS(app, origins=arguments.origins.split(","))
    uvicorn.run(app, interface="wsgi", host="127.0.0.1", port=arguments.port, log_level="warning")


if __name__ == "__main__":
    main()
