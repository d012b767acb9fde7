"""The clock and the random numbers of the running function; the domain takes both as arguments."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime


def now() -> datetime:
    """Returns the current instant, in UTC, to the microsecond."""
    return datetime.now(UTC)


def randomness() -> bytes:
    """Returns ten random bytes: enough for any id."""
    return secrets.token_bytes(10)


def key() -> bytes:
    """Returns 32 random bytes: a signing key."""
    return secrets.token_bytes(32)
