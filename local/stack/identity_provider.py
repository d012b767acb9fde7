"""One identity provider: oidc-provider-mock, with two additions that a gateway and a portal need.

    python -m local.stack.identity_provider --port 9401 --token-seconds 28800

API Gateway finds the key of a token by the ``kid`` in its header, so the tokens have one. And a portal
without a secret (a public client) may exchange its code for a token, as with MitID and BankID brokers.
"""

from __future__ import annotations

import argparse
import os
from datetime import timedelta

import uvicorn
from oidc_provider_mock import _app as provider
from oidc_provider_mock._storage import storage


class NamedKeyCode(provider.OpenIDCode):  # type: ignore[misc]
    """The code flow with the id of the signing key in the token's header."""

    def get_encode_header(self, client: object) -> dict[str, str]:
        """Returns the header of every ID token."""
        return {**super().get_encode_header(client), "kid": storage.jwk.as_dict()["kid"]}


class PublicClientGrant(provider.AuthorizationCodeGrant):  # type: ignore[misc]
    """The same grant, also for a client that has no secret."""

    TOKEN_ENDPOINT_AUTH_METHODS = ("client_secret_basic", "client_secret_post", "none")


def main() -> None:
    """Serves on loopback until it is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--token-seconds", type=int, default=3600)
    arguments = parser.parse_args()
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    provider.OpenIDCode = NamedKeyCode
    provider.AuthorizationCodeGrant = PublicClientGrant
    app = provider.app(access_token_max_age=timedelta(seconds=arguments.token_seconds))
    uvicorn.run(app, interface="wsgi", host="127.0.0.1", port=arguments.port, log_level="warning")


if __name__ == "__main__":
    main()
