"""Occasions: what the tables of notifications are written with."""

from __future__ import annotations

from helsebro.notifications.channel import Choice
from helsebro.notifications.notification_kind import Occasion

ABSENT = "None"
"""The value of a name that the data of an event does not hold."""
ALSO_SMS = Choice(sms=True)


def on(event: str, **only: str) -> Occasion:
    """Returns the occasion of an event; ``only`` holds the values of its data, with spaces between."""
    return Occasion(event, {name: frozenset(value.split()) for name, value in only.items()})
