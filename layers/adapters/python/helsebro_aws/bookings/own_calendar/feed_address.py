"""The private address of a calendar feed."""

from __future__ import annotations

from helsebro.bookings.calendar_feed import SUFFIX
from helsebro_aws.platform.settings import settings

FEEDS = "/v1/calendar-feeds"


def address_of(token: str) -> str:
    """Returns the address under which a calendar reads the feed of a token."""
    return f"{settings.public_url.rstrip('/')}{FEEDS}/{token}{SUFFIX}"
