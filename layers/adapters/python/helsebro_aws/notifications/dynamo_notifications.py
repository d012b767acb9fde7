"""Notifications in the ``cases`` table: ``{payer}#{claimId}`` / ``NOTIFICATION#{notificationId}``.

One that is still to be sent is listed as waiting for its event ``notification.planned``. Beside the
notifications of an event is ``NOTIFIED#{eventId}#{kind}``: what is planned once is never planned again, also
when the recipient has changed addresses or choices since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.notifications import news
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.occurrence import Occurrence
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.operations import Item
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, Update, tables
from helsebro_aws.dynamodb.waiting import WAITING, place, waits_for
from helsebro_aws.notifications.keys import (
    NOTIFICATIONS,
    notification_key,
    notification_partition,
    plan_key,
)

KEPT_OUTSIDE = timedelta(days=180)
"""How long a mail with its address is kept when it went to a person who may never belong to the network."""
OUTSIDE_THE_NETWORK = ("signatory", "invited")
SENT_WITHIN = timedelta(minutes=15)
"""How long a notification usually waits to be sent, from its plan or from the end of the quiet hours."""


class AlreadyPlanned(Conflict):
    """The notifications of this kind for this event are planned."""


class NotificationChanged(Conflict):
    """The notification has changed since it was read."""


class DynamoNotifications:
    """Notifications in the ``cases`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def plan(self, cause: Occurrence, kind: str, notifications: Sequence[Notification]) -> bool:
        """Stores the notifications of a kind for an event, with their events, in one commit.

        Returns False when they are planned already.
        """
        key = plan_key(cause.payer, cause.case_id, cause.event_id, kind)
        ids = [notification.notification_id for notification in notifications]
        mark = {**as_attributes(key), "notifications": ids}
        operations = [Put(self.table, mark, otherwise=AlreadyPlanned())]
        operations += [self.creation(notification) for notification in notifications]
        try:
            self.tables.commit(operations, events=[first_event(each) for each in notifications])
        except AlreadyPlanned:
            return False
        return True

    def creation(self, notification: Notification) -> Put:
        """Returns the operation that stores a new notification; commit it with its ``first_event``."""
        item = {**self._key(notification), **to_item(notification)}
        if KINDS[notification.kind].recipient in OUTSIDE_THE_NETWORK:
            item["expiresAt"] = int((notification.planned_at + KEPT_OUTSIDE).timestamp())
        if notification.is_open:
            item |= _waiting(notification)
        return Put(self.table, item)

    def find(self, payer: str, case_id: str, notification_id: str) -> Notification:
        """Returns a notification. Raises ``NotFound``."""
        item = self.tables.get(self.table, *notification_key(payer, case_id, notification_id))
        if item is None:
            raise NotFound()
        return from_item(Notification, item)

    def page(
        self, payer: str, case_id: str, limit: int, cursor: str | None
    ) -> tuple[Sequence[Notification], str | None]:
        """Returns a page of the notifications of a case, policy, person or clinic, and the next cursor."""
        partition = notification_partition(payer, case_id)
        found = self.tables.query(
            self.table, partition, begins=NOTIFICATIONS, limit=limit, page_cursor=cursor
        )
        return [from_item(Notification, item) for item in found.items], found.next_cursor

    def open_about(self, payer: str, case_id: str, about: str) -> Iterator[Notification]:
        """Yields the notifications about a booking that are still to be sent."""
        partition = notification_partition(payer, case_id)
        for item in self.tables.query_all(self.table, partition, begins=NOTIFICATIONS):
            notification = from_item(Notification, item)
            if notification.is_open and notification.about == about:
                yield notification

    def change(self, before: Notification, after: Notification, events: Sequence[Event] = ()) -> None:
        """Stores a changed notification. Raises ``NotificationChanged``."""
        self.tables.commit([self.replacement(before, after)], events=events)

    def replacement(self, before: Notification, after: Notification) -> Update:
        """Returns the operation that stores a changed notification; it is listed while it is open.

        It fails with ``NotificationChanged`` when the notification has changed since it was read.
        """
        key = self._key(after)
        listed = _waiting(after) if after.state == "planned" and after.not_before else {}
        return Update(
            self.table,
            key["pk"],
            key["sk"],
            set={**to_item(after), **listed},
            remove=() if after.is_open else WAITING,
            when="#version = :before",
            values={":before": before.version},
            otherwise=NotificationChanged(),
        )

    def _key(self, notification: Notification) -> dict[str, str]:
        key = notification_key(notification.payer, notification.case_id, notification.notification_id)
        return as_attributes(key)


def first_event(notification: Notification) -> Event:
    """Returns the event that a new notification is stored with."""
    if notification.is_open:
        return news.planned(notification)
    return news.undeliverable(notification, notification.planned_at)


def _waiting(notification: Notification) -> Item:
    """Returns the attributes that list it: the sweep sends its event again when it waits too long."""
    event = news.planned(notification)
    if notification.not_before is None:
        return waits_for(event)
    since = notification.not_before - SENT_WITHIN
    return {**waits_for(event), "listSk": place(since, event.event_id)}
