"""Notifications in the table; any field that is not mentioned is irrelevant."""

from __future__ import annotations

from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.notifications.outgoing import Rendered

TEXT = Rendered(subject="Nyt i din sag", text="Hej\n\nLog ind.\n", html="<p>Log ind.</p>", sms="Log ind.")


def stored(made: Notification) -> Notification:
    """Stores a notification as it is, and returns it."""
    notifications = DynamoNotifications()
    notifications.tables.commit([notifications.creation(made)])
    return made


def found(like: Notification) -> Notification:
    """Returns the notification as it is stored now."""
    return DynamoNotifications().find(like.payer, like.case_id, like.notification_id)
