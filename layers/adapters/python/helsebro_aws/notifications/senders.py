"""Senders: whose name a notification carries, read from its payer."""

from __future__ import annotations

from helsebro.notifications.notification import Notification
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.notifications.sender import Sender
from helsebro_aws.platform.settings import Settings, settings
from helsebro_aws.policies.dynamo_payers import DynamoPayers


class Senders:
    """Reads the senders of notifications."""

    def __init__(self, on: Tables = tables, to: Settings = settings) -> None:
        self.payers, self.settings = DynamoPayers(on), to

    def of(self, notification: Notification) -> Sender:
        """Returns the payer, or the platform for what no payer sends. Raises ``NotFound``."""
        to = self.settings
        if not notification.payer:
            return Sender.of_platform(to.support_email, to.support_phone, to.portal_url)
        return Sender.of(self.payers.find(notification.payer), to.portal_url)
