"""Pause of resends: a message is sent again one at a time, and not at once after it was sent.

Two caseworkers, or one who clicks twice, do not send a person the same message several times.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta

from helsebro.errors import Conflict
from helsebro.notifications.notification import Notification

PAUSE = timedelta(minutes=10)
"""From the sending of a message to the next sending of the same one to the same address."""
ARRIVES = frozenset({"sent", "delivered"})
"""The states of a message that was sent and has not come back."""


class ResendUnderWay(Conflict):
    """The same message is being sent again already."""

    code = "notification-resend-under-way"


class SentJustNow(Conflict):
    """The same message was sent to the same address a moment ago."""

    code = "notification-sent-just-now"


def content_of(notification: Notification) -> str:
    """Returns a hash that is equal for the same message to the same address on the same channel."""
    said = sorted(notification.variables.items())
    parts = (notification.kind, notification.recipient, notification.channel, notification.address, said)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def check_pause(again: Notification, last: Notification) -> None:
    """Raises ``ResendUnderWay`` or ``SentJustNow`` when ``again`` would follow too soon on ``last``.

    Another message, another address, and one that came back cause no pause.
    """
    if content_of(again) != content_of(last):
        return
    if last.is_open:
        raise ResendUnderWay()
    if last.state in ARRIVES and last.sent_at and again.planned_at < last.sent_at + PAUSE:
        raise SentJustNow()
