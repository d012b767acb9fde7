"""The events of a notification: planned, bounced, undeliverable. They hold no address."""

from __future__ import annotations

import hashlib
from datetime import datetime

from helsebro import ids
from helsebro.events import Event
from helsebro.notifications.notification import Notification

PLANNED = "notification.planned"
BOUNCED = "notification.bounced"
UNDELIVERABLE = "notification.undeliverable"
FIELDS = {
    "clm": "claimId",
    "pol": "policyId",
    "per": "personId",
    "cli": "clinicId",
    "prc": "practitionerId",
    "enq": "enquiryId",
}
"""The start of an id → the field of the data that names it."""


def planned(notification: Notification) -> Event:
    """Returns the event after which it is sent; its id follows from the notification, which names it."""
    return _event(PLANNED, notification, notification.planned_at)


def bounced(notification: Notification, at: datetime) -> Event:
    """Returns the event that it came back, so that another channel is tried."""
    return _event(BOUNCED, notification, at)


def undeliverable(notification: Notification, at: datetime) -> Event:
    """Returns the event that no channel reaches the recipient, so that staff take over."""
    return _event(UNDELIVERABLE, notification, at)


def _event(event_type: str, notification: Notification, at: datetime) -> Event:
    data = {
        "notificationId": notification.notification_id,
        "kind": notification.kind,
        "channel": notification.channel,
    }
    if field := FIELDS.get(notification.case_id.partition("_")[0]):
        data[field] = notification.case_id
    seed = hashlib.sha256(f"{event_type}:{notification.notification_id}".encode()).digest()
    return Event(event_type, at, notification.payer, data, event_id=ids.in_time_order("evt", at, seed))
