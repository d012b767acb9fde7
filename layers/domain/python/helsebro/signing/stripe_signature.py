"""Stripe's signature of what it sends to a webhook: the header ``Stripe-Signature`` over time and raw body.

The header is ``t=<seconds>,v1=<hex>``, with one ``v1`` for each secret in force while a secret is rolled, and
perhaps other schemes (``v0``), which prove nothing. ``v1`` is the HMAC-SHA256 of ``<t>.<body>`` with the
endpoint's secret, as it is written (``whsec_…``). Source, read on 30 November 2026:
https://docs.stripe.com/webhooks, "Verify webhook signatures manually".
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable
from datetime import datetime

from helsebro.errors import SignatureRefused
from helsebro.signing.signature import TIMESTAMP, TOLERANCE, seconds

SCHEME = "v1"
PART = re.compile(r"([a-z0-9]{1,8})=([A-Za-z0-9+/_=-]{1,256})")
LONGEST_HEADER = 4096


def must_be_from_stripe(header: str | None, body: bytes, secrets: Iterable[str], at: datetime) -> None:
    """Raises ``SignatureRefused`` unless one ``v1`` was made with one of the secrets, at about that time.

    A difference of exactly ``TOLERANCE``, in either direction, is valid. Whoever calls it must make sure, by
    the event's id, that an event is applied once: Stripe signs each new attempt with its own time.
    """
    timestamp, signatures = _read(header)
    if abs(seconds(at) - timestamp) > TOLERANCE.total_seconds():
        raise SignatureRefused(reason="timestamp-outside-tolerance")
    expected = [signature_of(timestamp, body, secret).encode() for secret in secrets if secret]
    # Every pair is compared, so that the time taken does not reveal which one fits.
    fits = [hmac.compare_digest(ours, theirs.encode()) for ours in expected for theirs in signatures]
    if not any(fits):
        raise SignatureRefused(reason="signature-mismatch")


def signature_of(timestamp: int, body: bytes, secret: str) -> str:
    """Returns the ``v1`` of a body (lower-case hex)."""
    return hmac.new(secret.encode(), b"%d." % timestamp + body, hashlib.sha256).hexdigest()


def _read(header: str | None) -> tuple[int, list[str]]:
    """Returns the time and every ``v1`` of the header. Raises ``SignatureRefused``."""
    if not header:
        raise SignatureRefused(reason="headers-missing")
    if len(header) > LONGEST_HEADER:
        raise SignatureRefused(reason="signature-malformed")
    matches = [PART.fullmatch(part.strip()) for part in header.split(",")]
    parts = [(match[1], match[2]) for match in matches if match]
    if len(parts) != len(matches):
        raise SignatureRefused(reason="signature-malformed")
    times = [value for name, value in parts if name == "t"]
    if len(times) != 1 or not TIMESTAMP.fullmatch(times[0]):
        raise SignatureRefused(reason="timestamp-malformed")
    return int(times[0]), [value for name, value in parts if name == SCHEME]
