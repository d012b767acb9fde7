"""Verifies the bearer tokens of the two issuers (promise 16).

Only RS256 and ES256 with a key that the issuer itself publishes are accepted; a token's own references to a
key (``jku``, ``jwk``, ``x5u``) are never followed. Issuer, audience, expiry and subject are required.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jwt

from helsebro_aws.identity.issuer_keys import KEY_TYPES, IssuerKeys
from helsebro_aws.platform import clock

LONGEST = 16 * 1024
HARMLESS_HEADERS = frozenset({"alg", "kid", "typ", "x5t", "x5t#S256"})
REQUIRED = ["exp", "iat", "sub", "iss", "aud"]
SKEW_SECONDS = 30


class TokenRefused(Exception):
    """The token is not valid; ``code`` is the code of the 401."""

    def __init__(self, code: str = "token-invalid") -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True)
class TrustedIssuer:
    """An issuer, the client its tokens must be issued for, and its keys.

    ``dialect`` says how its claims name a member; the issuer of staff has none.
    """

    name: str
    client: str
    keys: IssuerKeys
    dialect: str = ""


def claims_of(token: str, trusted: Sequence[TrustedIssuer]) -> tuple[dict[str, Any], TrustedIssuer]:
    """Returns the claims of a valid token, and its issuer.

    Raises ``TokenRefused``; ``Unavailable`` without any keys.
    """
    if len(token) > LONGEST:
        raise TokenRefused()
    try:
        header = jwt.get_unverified_header(token)
        unverified = jwt.decode(token, options={"verify_signature": False})
        issuer = _issuer(unverified, trusted)
        return _verified(token, issuer, _key(header, issuer)), issuer
    except jwt.ExpiredSignatureError:
        raise TokenRefused("token-expired") from None
    except jwt.InvalidAudienceError:
        raise TokenRefused("token-wrong-audience") from None
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
        raise TokenRefused() from None


def _issuer(claims: Mapping[str, Any], trusted: Sequence[TrustedIssuer]) -> TrustedIssuer:
    for issuer in trusted:
        if claims.get("iss") == issuer.name:
            return issuer
    raise TokenRefused()


def _key(header: Mapping[str, Any], issuer: TrustedIssuer) -> jwt.PyJWK:
    algorithm, kid = header.get("alg"), header.get("kid")
    kind = str(header.get("typ", "JWT")).upper()
    if algorithm not in KEY_TYPES or not isinstance(kid, str) or kind != "JWT":
        raise TokenRefused()
    if not HARMLESS_HEADERS.issuperset(header):
        raise TokenRefused()
    found = issuer.keys.find(kid, algorithm)
    if found is None:
        raise TokenRefused()
    return jwt.PyJWK(dict(found), algorithm)


def _verified(token: str, issuer: TrustedIssuer, key: jwt.PyJWK) -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(
        token,
        key,
        algorithms=[key.algorithm_name],
        audience=issuer.client,
        issuer=issuer.name,
        leeway=SKEW_SECONDS,
        options={"require": REQUIRED, "enforce_minimum_key_length": True},
    )
    if not all(_is_number(claims[name]) for name in ("exp", "iat", "nbf") if name in claims):
        raise TokenRefused()
    # A text that has no UTF-8, half of a letter, is a ValueError here, and not where it would be stored.
    json.dumps(claims, ensure_ascii=False).encode()
    # The leeway is for an issuer's clock that is ahead of ours, not for an expired login.
    if claims["exp"] <= clock.real_now().timestamp():
        raise TokenRefused("token-expired")
    if not claims["sub"]:
        raise TokenRefused()
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if several and claims.get("azp") != issuer.client:
        raise TokenRefused("token-wrong-audience")
    return claims


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
