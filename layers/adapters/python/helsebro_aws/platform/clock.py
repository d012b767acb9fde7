"""The clock and the random numbers of the running function; the domain takes both as arguments.

There are two times. Business time is what the rules read: waits, deadlines, birthdays, the days of a policy.
Real time is for what others check by their own clocks, and for what protects a single call: tokens,
signatures, signed links, leases, idempotency receipts, attempts (promises 5, 10, 11, 16, 19). On AWS both are
the same; on the embedded stack `make clock` moves business time (``moved_clock``).
"""

from __future__ import annotations

import os
import secrets
from datetime import UTC, datetime, timedelta

FILE = os.environ.get("HELSEBRO_CLOCK_FILE")
"""The file of a moved clock. Only the embedded stack sets the variable; on AWS it is None."""


def now() -> datetime:
    """Returns the current instant of business time, in UTC, to the microsecond."""
    return real_now() if FILE is None else real_now() + _ahead(FILE)


def real_now() -> datetime:
    """Returns the current instant of real time, in UTC, to the microsecond; nothing moves it."""
    return datetime.now(UTC)


def _ahead(path: str) -> timedelta:
    # Here, so that a function on AWS does not load it.
    from helsebro_aws.platform import moved_clock

    return moved_clock.ahead(path)


def randomness() -> bytes:
    """Returns ten random bytes: enough for any id."""
    return secrets.token_bytes(10)


def key() -> bytes:
    """Returns 32 random bytes: a signing key."""
    return secrets.token_bytes(32)
