"""Tokens of the two issuers, and the issuers' key documents, served from memory."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
import warnings
from collections.abc import Mapping
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from tests.conftest import MEMBER_ISSUER, STAFF_ISSUER


@cache
def rsa_key(name: str = "member", bits: int = 2048) -> rsa.RSAPrivateKey:
    """Returns the RSA key of a name, made on first use."""
    assert name
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


@cache
def ec_key() -> ec.EllipticCurvePrivateKey:
    """Returns an EC key on P-256."""
    return ec.generate_private_key(ec.SECP256R1())


def public_pem(key: rsa.RSAPrivateKey) -> bytes:
    """Returns the public key in PEM."""
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def jwk(key: Any, kid: str, **more: str) -> dict[str, Any]:
    """Returns the public JWK of a key."""
    algorithm = (
        jwt.algorithms.RSAAlgorithm if isinstance(key, rsa.RSAPrivateKey) else jwt.algorithms.ECAlgorithm
    )
    return {**json.loads(algorithm.to_jwk(key.public_key())), "kid": kid, "use": "sig", **more}


def claims(**changes: Any) -> dict[str, Any]:
    """Returns a member's claims; a change to None leaves the claim out."""
    base = {
        "iss": MEMBER_ISSUER,
        "aud": "member-portal",
        "sub": "anna",
        "iat": int(time.time()),
        "exp": int(time.time()) + 600,
        "acr": "https://data.gov.dk/concept/core/nsis/loa/substantial",
        "dk.cpr": "0101801234",
    }
    return {name: value for name, value in {**base, **changes}.items() if value is not None}


def staff_claims(**changes: Any) -> dict[str, Any]:
    """Staff claims of the staff issuer."""
    ours = {"iss": STAFF_ISSUER, "aud": "staff-portal", "payer": "tryg", "roles": ["caseworker"]}
    return claims(**{"acr": None, "dk.cpr": None, **ours, **changes})


def signed(payload: Mapping[str, Any], key: Any = None, algorithm: str = "RS256", **header: Any) -> str:
    """Returns the signed token; its ``kid`` is member-1 by default."""
    return signed_text(json.dumps(payload), key, algorithm, **header)


def signed_text(payload: str, key: Any = None, algorithm: str = "RS256", **header: Any) -> str:
    """Returns the signed token of a payload that is JSON already."""
    headers = {"kid": "member-1", **header}
    kept = {name: value for name, value in headers.items() if value is not None}
    # PyJWS only signs; jwt.encode rejects some of the claims that an attacker would sign.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", jwt.warnings.InsecureKeyLengthWarning)
        return jwt.PyJWS().encode(payload.encode(), key or rsa_key(), algorithm, headers=kept)


def by_hand(header: Mapping[str, Any], payload: Mapping[str, Any], secret: bytes | None = None) -> str:
    """Returns a token that no library makes: unsigned, or with an HMAC under any secret."""
    head, body = (_b64(json.dumps(part).encode()) for part in (header, payload))
    signature = hmac.new(secret, f"{head}.{body}".encode(), hashlib.sha256).digest() if secret else b""
    return f"{head}.{body}.{_b64(signature)}"


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


class Web:
    """The documents of both issuers, in memory; ``asked`` holds the address of every request."""

    def __init__(self, **keys: list[dict[str, Any]]) -> None:
        self.asked: list[str] = []
        self.is_down = False
        self.pages: dict[str, Any] = {}
        for issuer, found in ((MEMBER_ISSUER, keys.get("member")), (STAFF_ISSUER, keys.get("staff"))):
            about = {"issuer": issuer, "jwks_uri": f"{issuer}/keys"}
            self.pages[f"{issuer}/.well-known/openid-configuration"] = about
            self.pages[f"{issuer}/keys"] = {"keys": found or []}

    def fetch(self, url: str) -> bytes:
        """Returns the document. Raises ``OSError`` when the issuer is down or has no such document."""
        self.asked.append(url)
        if self.is_down or url not in self.pages:
            raise OSError("no answer")
        return json.dumps(self.pages[url]).encode()
