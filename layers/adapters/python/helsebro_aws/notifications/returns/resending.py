"""Resending: a caseworker sends a notification again, with an event of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from helsebro.errors import NotFound
from helsebro.notifications import news
from helsebro.notifications.channel import Channel
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.planned_again import NotSentAgain, resent
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.tables import Tables, new_event_id, tables
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.notifications.recipients import Recipients
from helsebro_aws.notifications.returns.other_channel import occurrence_of
from helsebro_aws.platform import clock

Answered = Callable[[Notification], Receipt]
"""Returns the receipt for a notification that is planned."""


@dataclass(frozen=True)
class Resending:
    """Plans notifications once more."""

    on: Tables = tables
    notifications: DynamoNotifications = field(default_factory=DynamoNotifications)
    recipients: Recipients = field(default_factory=Recipients)

    def run(self, before: Notification, channel: Channel | None, answered: Answered) -> Notification:
        """Plans a notification again and returns the new one. Raises ``NotSentAgain``."""
        kind = KINDS[before.kind]
        if kind.recipient == "former-address":
            raise NotSentAgain()
        to = self.recipients.of(kind, occurrence_of(before))
        if to is None:
            raise NotFound()
        again = resent(before, to, channel, new_event_id(), clock.now())
        self.on.commit(
            [self.notifications.creation(again)], events=[news.planned(again)], receipt=answered(again)
        )
        return again
