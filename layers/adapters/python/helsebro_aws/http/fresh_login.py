"""Fresh login: what moves money, accounts or addresses needs a login of at most 5 minutes (RFC 9470).

``auth_time`` is when the person logged in; a renewed token keeps it (OpenID Connect Core, section 12.2).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MAX_AGE_SECONDS = 300
CLOCKS_DIFFER = timedelta(seconds=30)
"""How far the issuer's clock may be ahead of ours."""


def is_fresh(auth_time: object, now: datetime) -> bool:
    """Whether the login is at most 5 minutes old; ``auth_time`` is seconds since 1970, as in the token.

    A token without it, or with anything but a number, is not fresh.
    """
    at = logged_in_at(auth_time)
    return at is not None and now - timedelta(seconds=MAX_AGE_SECONDS) <= at <= now + CLOCKS_DIFFER


def logged_in_at(auth_time: object) -> datetime | None:
    """Returns when the login was; None for anything but a number of seconds that a calendar has."""
    if isinstance(auth_time, bool) or not isinstance(auth_time, int | float):
        return None
    try:
        return datetime.fromtimestamp(auth_time, UTC)
    except (ValueError, OverflowError, OSError):
        return None
