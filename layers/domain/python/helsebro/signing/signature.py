"""Webhook signatures: Standard Webhooks 1.0, both ways, with HMAC-SHA256 (``v1``).

A message is three headers over a raw body: ``webhook-id``, ``webhook-timestamp`` (whole seconds) and
``webhook-signature`` (one or more ``version,base64`` parted by spaces). Whatever is wrong with them is one
error, ``SignatureRefused``: nothing a stranger sends may end in anything else (promises 9 and 10).
"""

from __future__ import annotations

import hashlib
import hmac
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import floor

from helsebro.errors import SignatureRefused
from helsebro.signing.secret import WebhookSecret

TOLERANCE = timedelta(minutes=5)
"""How far a message's time may be from ours, either way, that very second still being right."""

MESSAGE_ID = re.compile(r"[!-+\-/-~]{1,255}")
"""Visible ASCII, but no full stop (it parts id from time when signing) and no comma (it joins headers)."""
TIMESTAMP = re.compile(r"0|[1-9][0-9]{0,11}")
PART = re.compile(r"([a-z0-9]{1,8}),([A-Za-z0-9+/_-]+={0,2})")
LONGEST_HEADER = 4096


@dataclass(frozen=True)
class SignedMessage:
    """What the three headers say, well-formed and on time, its signatures not yet compared."""

    message_id: str
    timestamp: int
    signatures: tuple[tuple[str, str], ...]

    def content(self, body: bytes) -> bytes:
        """The bytes that are signed."""
        return content(self.message_id, self.timestamp, body)

    def of_version(self, version: str) -> list[str]:
        """The signatures of one version (``v1``, ``v1a``); other versions are not for us to judge."""
        return [text for named, text in self.signatures if named == version]


def sign(message_id: str, at: datetime, body: bytes, secrets: Iterable[WebhookSecret]) -> dict[str, str]:
    """The three headers, signed with every secret in force at ``at``, so that a rotation breaks nobody.

    Raises ``ValueError`` for a naive time, an id that cannot be signed or no secret in force: our own bugs.
    """
    if not MESSAGE_ID.fullmatch(message_id):
        raise ValueError("a message id is visible ASCII without full stop or comma")
    timestamp = seconds(at)
    signed = content(message_id, timestamp, body)
    signatures = [f"v1,{_signature(secret, signed)}" for secret in secrets if secret.in_force(at)]
    if not signatures:
        raise ValueError("no secret is in force")
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": " ".join(signatures),
    }


def verify(
    headers: Mapping[str, str], body: bytes, secrets: Iterable[WebhookSecret], at: datetime
) -> SignedMessage:
    """The message, once one of its ``v1`` signatures is by a secret in force at ``at``.

    Header names match whatever their case. Raises ``SignatureRefused`` for everything else. That a message
    is taken once is for the caller to keep, by ``message_id``.
    """
    message = read(headers, at)
    signed = message.content(body)
    expected = [_signature(secret, signed).encode() for secret in secrets if secret.in_force(at)]
    given = [text.encode() for text in message.of_version("v1")]
    # every pair is compared, so that the time taken tells nothing of which one fits
    fits = [hmac.compare_digest(ours, theirs) for ours in expected for theirs in given]
    if not any(fits):
        raise SignatureRefused(reason="signature-mismatch")
    return message


def read(headers: Mapping[str, str], at: datetime) -> SignedMessage:
    """The message of the three headers, when they are well-formed and within ``TOLERANCE`` of ``at``."""
    message_id, time_text, signature = _three(headers)
    if not MESSAGE_ID.fullmatch(message_id):
        raise SignatureRefused(reason="id-malformed")
    if not TIMESTAMP.fullmatch(time_text):
        raise SignatureRefused(reason="timestamp-malformed")
    timestamp = int(time_text)
    if abs(seconds(at) - timestamp) > TOLERANCE.total_seconds():
        raise SignatureRefused(reason="timestamp-outside-tolerance")
    return SignedMessage(message_id, timestamp, _parts(signature))


def content(message_id: str, timestamp: int, body: bytes) -> bytes:
    """What is signed: id, time and raw body, parted by full stops."""
    return b".".join((message_id.encode("ascii"), str(timestamp).encode("ascii"), body))


def seconds(at: datetime) -> int:
    """A moment in whole seconds since 1970. Raises ``ValueError`` for a time without a zone."""
    if at.utcoffset() is None:
        raise ValueError("a time needs its zone")
    return floor(at.timestamp())


def _signature(secret: WebhookSecret, signed: bytes) -> str:
    return b64encode(hmac.new(secret.key, signed, hashlib.sha256).digest()).decode("ascii")


def _three(headers: Mapping[str, str]) -> tuple[str, str, str]:
    found: dict[str, str] = {}
    for name, value in headers.items():
        lowered = name.lower() if isinstance(name, str) else ""
        if lowered in ("webhook-id", "webhook-timestamp", "webhook-signature"):
            if lowered in found or not isinstance(value, str):
                raise SignatureRefused(reason="headers-missing")
            found[lowered] = value
    if len(found) != 3:
        raise SignatureRefused(reason="headers-missing")
    return found["webhook-id"], found["webhook-timestamp"], found["webhook-signature"]


def _parts(header: str) -> tuple[tuple[str, str], ...]:
    if len(header) > LONGEST_HEADER:
        raise SignatureRefused(reason="signature-malformed")
    matches = [PART.fullmatch(part) for part in header.split(" ")]
    parts = tuple((match[1], match[2]) for match in matches if match)
    if len(parts) != len(matches):
        raise SignatureRefused(reason="signature-malformed")
    return parts
