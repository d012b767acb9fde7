"""Signatures of Standard Webhooks 1.0: of a clinic's calls, and of the webhooks that it receives."""

from __future__ import annotations

import hashlib
import hmac
import time
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping

PREFIX = "whsec_"
TOLERANCE = 300
"""The most seconds between a message's time and ours."""
LONGEST_HEADER = 4096


class SignatureRefused(Exception):
    """The message was not signed with one of the secrets, or is too old. Answer it with 401."""


def sign(secret: str, message_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """Returns the three headers of a message. Raises ``ValueError`` for a secret that is not ``whsec_…``."""
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{_signature(_key(secret), message_id, str(timestamp), body)}",
    }


def verify(headers: Mapping[str, str], body: bytes, secrets: Iterable[str], at: float | None = None) -> str:
    """Returns the id of a message that was signed with one of the secrets, two while one is replaced.

    ``body`` is the raw body. ``at`` are seconds since 1970, now unless they are given. The same id may come
    more than once: handle it once. Raises ``SignatureRefused``, or ``ValueError`` for a wrong secret.
    """
    lower = {name.lower(): value for name, value in headers.items()}
    found = [lower.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature")]
    message_id, timestamp, signatures = found
    if not all(found) or not timestamp.isascii() or not timestamp.isdigit() or len(timestamp) > 12:
        raise SignatureRefused("a header of the signature is missing or malformed")
    if abs((time.time() if at is None else at) - int(timestamp)) > TOLERANCE:
        raise SignatureRefused("the message is older than five minutes, or this clock is wrong")
    expected = [_signature(_key(secret), message_id, timestamp, body).encode() for secret in secrets]
    received = [
        text.removeprefix("v1,").encode()
        for text in signatures[:LONGEST_HEADER].split(" ")
        if text.startswith("v1,")
    ]
    # Every pair is compared, so that the time taken does not tell which one fits.
    if not any([hmac.compare_digest(ours, theirs) for ours in expected for theirs in received]):
        raise SignatureRefused("no signature fits")
    return message_id


def _signature(key: bytes, message_id: str, timestamp: str, body: bytes) -> str:
    signed = b".".join((message_id.encode("utf-8", "replace"), timestamp.encode(), body))
    return b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode("ascii")


def _key(secret: str) -> bytes:
    try:
        key = b64decode(secret.removeprefix(PREFIX), validate=True)
    except NotBase64:
        key = b""
    if not secret.startswith(PREFIX) or not key:
        # Without the secret itself, which could reach a log.
        raise ValueError("a secret is whsec_ and base64")
    return key
