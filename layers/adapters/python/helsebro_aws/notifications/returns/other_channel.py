"""The other channel: what came back is planned again on the next one that reaches the recipient.

If there is none, the notification has failed, which opens a task (``undeliverable``). A second run changes
nothing (promise 4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from helsebro.errors import Conflict
from helsebro.notifications import news
from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import CHANNELS
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification, id_for
from helsebro.notifications.outcome.planned_again import on_another_channel
from helsebro_aws.dynamodb.record import from_item
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications, NotificationChanged
from helsebro_aws.notifications.keys import notification_key
from helsebro_aws.notifications.recipients import Recipients
from helsebro_aws.platform import clock

ARRIVES = frozenset({"planned", "sending", "sent", "delivered"})
"""The states of a notification that may still reach its recipient."""


@dataclass(frozen=True)
class OtherChannel:
    """Plans a message again that came back."""

    on: Tables = tables
    notifications: DynamoNotifications = field(default_factory=DynamoNotifications)
    recipients: Recipients = field(default_factory=Recipients)

    def run(self, payer: str, case_id: str, notification_id: str) -> str:
        """Plans a notification again that came back; returns the outcome. Raises ``NotFound``."""
        before = self.notifications.find(payer, case_id, notification_id)
        if before.state != "bounced":
            return "not-bounced"
        planned = self._planned_with(before)
        if any(_arrives(other) for other in planned):
            return "reached-otherwise"
        to = self._addressee(before)
        tried = {other.channel for other in planned}
        again = on_another_channel(before, to, tried, clock.now()) if to else None
        return self._plan(again) if again else self._fail(before)

    def _plan(self, again: Notification) -> str:
        try:
            self.on.commit([self.notifications.creation(again)], events=[news.planned(again)])
        except Conflict:
            return "planned-before"
        return "planned-again"

    def _fail(self, before: Notification) -> str:
        failed = before.ended("failed")
        try:
            self.notifications.change(before, failed, [news.undeliverable(failed, clock.now())])
        except NotificationChanged:
            return "undeliverable-before"
        return "undeliverable"

    def _planned_with(self, before: Notification) -> Sequence[Notification]:
        """Returns the notifications of the same event to the same recipient, on every channel."""
        ids = (id_for(before.event_id, before.kind, before.recipient, channel) for channel in CHANNELS)
        keys = [notification_key(before.payer, before.case_id, each) for each in ids]
        return [from_item(Notification, item) for item in self.on.get_many(self.notifications.table, keys)]

    def _addressee(self, before: Notification) -> Addressee | None:
        """Returns the recipient with today's addresses; None when it cannot be found any more."""
        kind = KINDS[before.kind]
        if kind.recipient == "former-address":
            return None
        return self.recipients.of_notification(before)


def _arrives(other: Notification) -> bool:
    """An SMS only says that there is news, and no receipt tells whether it arrived: it does not count."""
    return other.channel != "sms" and other.state in ARRIVES
