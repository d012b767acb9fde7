"""Resending: a caseworker sends a notification again, with an event of its own.

A mark names the last resend of the same message to the same address. It is replaced in the commit of the
next one, under the condition that it is still the one that was read: of several at once, one is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from helsebro.errors import NotFound
from helsebro.ids import ClaimId
from helsebro.local_day import local_day
from helsebro.notifications import news
from helsebro.notifications.channel import Channel
from helsebro.notifications.digital_post import may_send_digital_post
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.planned_again import NotSentAgain, resent
from helsebro.notifications.outcome.resend_pause import ResendUnderWay, check_pause, content_of
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.tables import Put, Tables, new_event_id, tables
from helsebro_aws.guarantees.dynamo_guarantees import DynamoGuarantees
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications
from helsebro_aws.notifications.keys import resent_key
from helsebro_aws.notifications.recipients import Recipients
from helsebro_aws.platform import clock

ABOUT_A_GUARANTEE = frozenset({"guarantee-issued", "guarantee-extended", "guarantee-expiring"})
OVER = frozenset({"expired", "revoked"})
Answered = Callable[[Notification], Receipt]
"""Returns the receipt for a notification that is planned."""


@dataclass(frozen=True)
class Resending:
    """Plans notifications once more."""

    on: Tables = tables
    notifications: DynamoNotifications = field(default_factory=DynamoNotifications)
    recipients: Recipients = field(default_factory=Recipients)
    guarantees: DynamoGuarantees = field(default_factory=DynamoGuarantees)

    def run(self, before: Notification, channel: Channel | None, answered: Answered) -> Notification:
        """Plans a notification again and returns the new one.

        Raises ``NotSentAgain``, ``ResendUnderWay``, ``SentJustNow``.
        """
        kind = KINDS[before.kind]
        if kind.recipient == "former-address":
            raise NotSentAgain()
        to = self.recipients.again(before)
        if to is None:
            raise NotFound()
        again = resent(before, to, channel, new_event_id(), clock.now())
        if again.channel == "digital-post":
            self._check_digital_post(before.payer)
        if before.kind in ABOUT_A_GUARANTEE:
            self._check_guarantee(before.case_id, to.country)
        check_pause(again, before)
        operations = [self._mark(again), self.notifications.creation(again)]
        self.on.commit(operations, events=[news.planned(again)], receipt=answered(again))
        return again

    def _check_digital_post(self, payer: str) -> None:
        """Raises ``NotSentAgain`` for a payer that may not send digital post."""
        if not may_send_digital_post(self.recipients.payers.find(payer)):
            raise NotSentAgain("no-address-on-channel")

    def _check_guarantee(self, case_id: str, country: str) -> None:
        """Raises ``NotSentAgain`` when every guarantee of the case is over or revoked."""
        issued, today = self.guarantees.of_claim(ClaimId(case_id)), local_day(clock.now(), country)
        if issued and all(guarantee.status_on(today) in OVER for guarantee in issued):
            raise NotSentAgain()

    def _mark(self, again: Notification) -> Put:
        """Returns the operation that marks the message as sent again. Raises as ``check_pause`` does."""
        key = resent_key(again.payer, again.case_id, content_of(again))
        item = {**as_attributes(key), "notificationId": again.notification_id}
        known = self.on.get(self.notifications.table, *key)
        if known is None:
            return Put(self.notifications.table, item, otherwise=ResendUnderWay())
        last = known["notificationId"]
        check_pause(again, self.notifications.find(again.payer, again.case_id, last))
        same, values = "#notificationId = :last", {":last": last}
        return Put(self.notifications.table, item, same, values, otherwise=ResendUnderWay())
