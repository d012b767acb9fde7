"""Webhook signatures: Standard Webhooks 1.0, for signing and verifying, with HMAC-SHA256 (``v1``).

A message is a raw body with three headers: ``webhook-id``, ``webhook-timestamp`` (whole seconds) and
``webhook-signature`` (one or more ``version,base64`` separated by spaces). Every fault in them raises
``SignatureRefused``: no input from outside may raise another error (promises 9 and 10).
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
"""How far a message's time may be from ours in either direction; a difference of exactly this is valid."""

MESSAGE_ID = re.compile(r"[!-+\-/-~]{1,255}")
"""Visible ASCII, but no full stop (it separates id and time when signing) and no comma (it joins headers)."""
TIMESTAMP = re.compile(r"0|[1-9][0-9]{0,11}")
PART = re.compile(r"([a-z0-9]{1,8}),([A-Za-z0-9+/_-]+={0,2})")
LONGEST_HEADER = 4096


@dataclass(frozen=True)
class SignedMessage:
    """The content of the three headers: well-formed and on time, but the signatures are not yet compared."""

    message_id: str
    timestamp: int
    signatures: tuple[tuple[str, str], ...]

    def content(self, body: bytes) -> bytes:
        """Returns the bytes that are signed."""
        return content(self.message_id, self.timestamp, body)

    def of_version(self, version: str) -> list[str]:
        """Returns the signatures of one version (``v1``, ``v1a``) and ignores the others."""
        return [text for named, text in self.signatures if named == version]


def sign(message_id: str, at: datetime, body: bytes, secrets: Iterable[WebhookSecret]) -> dict[str, str]:
    """Returns the three headers, signed with every secret in force, so that a rotation breaks no receiver.

    Raises ``ValueError`` for our own bugs: a naive time, an id that cannot be signed or no secret in force.
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
    """Returns the message if one of its ``v1`` signatures was made with a secret in force at that time.

    The case of header names does not matter. Raises ``SignatureRefused`` otherwise. The caller must make
    sure, by ``message_id``, that a message is accepted once.
    """
    message = read(headers, at)
    signed = message.content(body)
    expected = [_signature(secret, signed).encode() for secret in secrets if secret.in_force(at)]
    received = [text.encode() for text in message.of_version("v1")]
    # Every pair is compared, so that the time taken does not reveal which one fits.
    fits = [hmac.compare_digest(ours, theirs) for ours in expected for theirs in received]
    if not any(fits):
        raise SignatureRefused(reason="signature-mismatch")
    return message


def fits(headers: Mapping[str, str], body: bytes, secrets: Iterable[WebhookSecret], at: datetime) -> bool:
    """Whether ``verify`` accepts the message with these secrets."""
    try:
        verify(headers, body, secrets, at)
    except SignatureRefused:
        return False
    return True


def read(headers: Mapping[str, str], at: datetime) -> SignedMessage:
    """Returns the message of the three headers. Raises ``SignatureRefused`` unless they are well-formed and
    the time is within ``TOLERANCE`` of ``at``.
    """
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
    """Returns the bytes that are signed: id, time and raw body, separated by full stops."""
    return b".".join((message_id.encode("ascii"), str(timestamp).encode("ascii"), body))


def seconds(at: datetime) -> int:
    """Returns an instant as whole seconds since 1970. Raises ``ValueError`` for a time without a zone."""
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
