"""The clock and the dice of the running function; the domain takes both as arguments."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime


def now() -> datetime:
    """The instant, in UTC, to the microsecond."""
    return datetime.now(UTC)


def randomness() -> bytes:
    """Ten bytes nobody can guess: enough for any id."""
    return secrets.token_bytes(10)


def key() -> bytes:
    """32 bytes nobody can guess: a key to sign with."""
    return secrets.token_bytes(32)
