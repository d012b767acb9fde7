"""Fresh login: what moves money, accounts or addresses needs a login of at most 5 minutes (RFC 9470).

``auth_time`` is when the person logged in; a renewed token keeps it (OpenID Connect Core, section 12.2).
"""

from __future__ import annotations

from datetime import datetime

MAX_AGE_SECONDS = 300
CLOCKS_DIFFER_SECONDS = 30
"""How far the issuer's clock may be ahead of ours."""


def is_fresh(auth_time: object, now: datetime) -> bool:
    """Whether the login is at most 5 minutes old; ``auth_time`` is seconds since 1970, as in the token.

    A token without it, or with anything but a number, is not fresh.
    """
    if isinstance(auth_time, bool) or not isinstance(auth_time, int | float):
        return False
    seconds = now.timestamp()
    # Compared and not subtracted: a whole number of a thousand digits is too large to subtract from.
    return seconds - MAX_AGE_SECONDS <= auth_time <= seconds + CLOCKS_DIFFER_SECONDS
