"""An issuer's public keys, read through its discovery document and kept in memory (promise 16).

An unknown key id causes another read, but at most once a minute: a thousand invented key ids cost the issuer
one request.
"""

from __future__ import annotations

import json
import time
import urllib.request
from collections.abc import Callable, Mapping
from typing import Any

from helsebro.errors import Unavailable
from helsebro_aws.platform.log import failed

Fetch = Callable[[str], bytes]
DISCOVERY = "/.well-known/openid-configuration"
LOOK_AGAIN_AFTER = 60.0
TRY_AGAIN_AFTER = 1.0
REFRESH_AFTER = 600.0
MOST_BYTES = 256 * 1024
KEY_TYPES = {"RS256": "RSA", "ES256": "EC"}


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirects: an issuer must answer at its own address."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Returns None, so that the redirect is not followed."""


def over_http(url: str) -> bytes:
    """Returns the body at the address. Raises ``OSError`` when there is no answer, or a redirect."""
    opener = urllib.request.build_opener(_NoRedirects)
    with opener.open(url, timeout=3) as answer:
        return bytes(answer.read(MOST_BYTES))


class IssuerKeys:
    """The signing keys of one issuer by key id and algorithm."""

    def __init__(
        self,
        issuer: str,
        fetch: Fetch = over_http,
        clock: Callable[[], float] = time.monotonic,
        look_again_after: float = LOOK_AGAIN_AFTER,
    ) -> None:
        self.issuer = issuer
        self.fetch = fetch
        self.clock = clock
        self.look_again_after = look_again_after
        self._keys: dict[str, Mapping[str, Any]] = {}
        self._looked_at = float("-inf")

    def find(self, kid: str, algorithm: str) -> Mapping[str, Any] | None:
        """Returns the JWK of that id, if it signs with that algorithm, else None.

        Raises ``Unavailable`` when the issuer does not answer and no keys are known yet.
        """
        age = self.clock() - self._looked_at
        patience = self.look_again_after if self._keys else TRY_AGAIN_AFTER
        if age > REFRESH_AFTER or (kid not in self._keys and age > patience):
            self._look()
        if not self._keys:
            raise Unavailable("issuer-unavailable")
        key = self._keys.get(kid)
        return key if key is not None and _signs_with(key, algorithm) else None

    def _look(self) -> None:
        self._looked_at = self.clock()
        try:
            found = json.loads(self.fetch(self._keys_address()))
            self._keys = {str(key["kid"]): key for key in found["keys"] if "kid" in key}
        except (OSError, ValueError, KeyError, TypeError) as fault:
            # The issuer does not answer: the keys known so far stay valid.
            failed(fault, issuer=self.issuer)

    def _keys_address(self) -> str:
        about = json.loads(self.fetch(self.issuer.rstrip("/") + DISCOVERY))
        if about["issuer"] != self.issuer:
            raise ValueError("the discovery document is another issuer's")
        address = str(about["jwks_uri"])
        if not address.startswith("https://") and not self.issuer.startswith("http://"):
            raise ValueError("the keys are not served over TLS")
        return address


def _signs_with(key: Mapping[str, Any], algorithm: str) -> bool:
    return (
        key.get("kty") == KEY_TYPES[algorithm]
        and key.get("use", "sig") == "sig"
        and key.get("alg", algorithm) == algorithm
    )
