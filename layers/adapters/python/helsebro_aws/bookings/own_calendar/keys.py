"""The keys of calendar feeds in the ``people`` table."""

from __future__ import annotations

from helsebro.ids import PersonId, PractitionerId
from helsebro_aws.dynamodb.keys import Key

CALENDAR_FEED = "CALENDARFEED"


def own_feed_key(owner: PersonId | PractitionerId) -> Key:
    """Returns the key of the feed of a person's own bookings, or of those of a practitioner.

    Only a payer's slug is a partition without a ``#`` beside those of persons.
    """
    return f"{owner}#calendar" if owner.startswith("prc_") else owner, CALENDAR_FEED


def feed_token_key(token_sha256: str) -> Key:
    """Returns the key of the item by which a feed is found with its token."""
    return f"{CALENDAR_FEED}#{token_sha256}", CALENDAR_FEED
