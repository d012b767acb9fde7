"""Held SMS: one that waited, such as for the morning, leaves only as its recipient wants it by then."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification

SOON = timedelta(hours=1)
"""An SMS that leaves within this time of its plan is what was just decided."""
UNWANTED = "channel-not-wanted"


def has_waited(notification: Notification, at: datetime) -> bool:
    """Whether it is an SMS whose plan may be out of date: contacts, choices and the time of day change."""
    if notification.channel != "sms" or KINDS[notification.kind].recipient == "former-address":
        return False
    return notification.not_before is not None or at - notification.planned_at > SOON


def is_off(held: Notification, to: Addressee) -> bool:
    """Whether the recipient has turned off the kind on every channel since it was planned."""
    return _was_chosen(held) and not to.wants(KINDS[held.kind])


def is_wanted(held: Notification, to: Addressee) -> bool:
    """Whether it would still be planned as an SMS. What staff sent on purpose, or came back, stays one."""
    if "sms" not in to.addresses:
        return False
    return not _was_chosen(held) or "sms" in to.reached_by(KINDS[held.kind])


def to_number_of_today(held: Notification, to: Addressee) -> Notification:
    """Returns it with the number that the recipient has now."""
    return replace(held, address=to.addresses["sms"])


def _was_chosen(held: Notification) -> bool:
    return not held.instead_of
