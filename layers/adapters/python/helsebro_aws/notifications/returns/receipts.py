"""Receipts: what the provider reports about an e-mail, stored on its notification and on the contact record.

A receipt that comes again, late or in another order, or about an unknown message, changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from helsebro.errors import NotFound, VersionStale
from helsebro.notifications import news
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.mail_receipt import MailReceipt
from helsebro.notifications.preferences import without_email
from helsebro_aws.dynamodb.retry import retry_on_conflict
from helsebro_aws.dynamodb.tables import Operation, Tables, tables
from helsebro_aws.notifications.dynamo_contacts import DynamoContacts
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications, NotificationChanged
from helsebro_aws.platform import clock


@dataclass(frozen=True)
class Receipts:
    """Stores receipts. A bounce is published, so that the message takes another channel."""

    on: Tables = tables
    notifications: DynamoNotifications = field(default_factory=DynamoNotifications)
    contacts: DynamoContacts = field(default_factory=DynamoContacts)

    def store(self, receipt: MailReceipt) -> str:
        """Stores a receipt; returns its result, else ``unknown`` or ``known-before``."""
        return retry_on_conflict(lambda: self._store(receipt), (NotificationChanged, VersionStale))

    def _store(self, receipt: MailReceipt) -> str:
        try:
            before = self.notifications.find(receipt.payer, receipt.case_id, receipt.notification_id)
        except NotFound:
            return "unknown"
        if not receipt.changes(before):
            return "known-before"
        after = before.ended(receipt.result)
        operations: list[Operation] = [
            self.notifications.replacement(before, after),
            *self._contact(after, receipt),
        ]
        events = [news.bounced(after, clock.now())] if receipt.result == "bounced" else []
        self.on.commit(operations, events=events)
        return receipt.result

    def _contact(self, about: Notification, receipt: MailReceipt) -> list[Operation]:
        """Returns the change of the recipient's contact record, if the address still stands in it."""
        before = self.contacts.today(about.recipient) if receipt.address else None
        if before is None or receipt.address is None:
            return []
        if before.email != about.address or before.email_state == receipt.address:
            return []
        after = before.failed("email", receipt.address)
        if receipt.result == "complained":
            kind = KINDS[about.kind]
            after = without_email(after, kind) if kind.may_be_off else after
        return [self.contacts.put(after, before.version)]
