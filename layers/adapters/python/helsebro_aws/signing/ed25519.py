"""Webhook signatures with ed25519 (``v1a`` of Standard Webhooks 1.0): the receiver holds a public key only.

Headers, times and signed content are those of ``helsebro.signing.signature``. A private key is ``whsk_`` and
the base64 of 32 seed bytes, or of seed and public key together; a public key is ``whpk_`` and that of 32
bytes.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.errors import SignatureRefused
from helsebro.signing import signature as webhook_signature
from helsebro.signing.secret import SecretRefused
from helsebro.signing.signature import SignedMessage

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def sign(message_id: str, at: datetime, body: bytes, private_key: str) -> dict[str, str]:
    """Returns the three headers, signed with a ``whsk_`` key. Raises ``SecretRefused`` if it is malformed."""
    timestamp = webhook_signature.seconds(at)
    signature = _private(private_key).sign(webhook_signature.content(message_id, timestamp, body))
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1a,{b64encode(signature).decode('ascii')}",
    }


def verify(
    headers: Mapping[str, str], body: bytes, public_keys: Iterable[str], at: datetime
) -> SignedMessage:
    """Returns the message if one of its ``v1a`` signatures was made with one of the ``whpk_`` keys.

    Raises ``SignatureRefused`` for any other message, ``SecretRefused`` for a malformed key of our own.
    """
    keys = [_public(key) for key in public_keys]
    message = webhook_signature.read(headers, at)
    signed = message.content(body)
    if not any(_fits(key, text, signed) for key in keys for text in message.of_version("v1a")):
        raise SignatureRefused(reason="signature-mismatch")
    return message


def public_key(private_key: str) -> str:
    """Returns the ``whpk_`` key that verifies the signatures of this ``whsk_`` key."""
    return "whpk_" + b64encode(_private(private_key).public_key().public_bytes_raw()).decode("ascii")


def _fits(key: Ed25519PublicKey, text: str, signed: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature

    try:
        key.verify(b64decode(text, validate=True), signed)
    except (InvalidSignature, NotBase64):
        return False
    return True


def _private(text: str) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(_bytes(text, "whsk_", (32, 64))[:32])


def _public(text: str) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(_bytes(text, "whpk_", (32,)))


def _bytes(text: str, prefix: str, sizes: tuple[int, ...]) -> bytes:
    encoded = text.removeprefix(prefix)
    try:
        raw = b64decode(encoded, validate=True)
    except ValueError:
        raise SecretRefused() from None
    if encoded == text or len(raw) not in sizes:
        raise SecretRefused()
    return raw
