"""Sending: one notification, once; where no one knows whether it left, again with words that say so.

``sending`` is stored before the provider is called, and ``sent`` after it. An attempt that found its end is
never repeated. One that did not is repeated when its worker is surely gone; the text then says that the
message may have come before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from helsebro.notifications import news
from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import Channel
from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.held_sms import (
    UNWANTED,
    has_waited,
    is_off,
    is_wanted,
    to_number_of_today,
)
from helsebro.notifications.quiet_hours import end_of_quiet_hours
from helsebro_aws.notifications.dynamo_notifications import DynamoNotifications, NotificationChanged
from helsebro_aws.notifications.event_facts import EventFacts
from helsebro_aws.notifications.outgoing import NotSent, Outlet, Rendered, Undeliverable, code_of
from helsebro_aws.notifications.recipients import Recipients
from helsebro_aws.outbox.redelivery import NotYet
from helsebro_aws.platform import clock
from helsebro_aws.platform.log import failed

LEASE = timedelta(minutes=2)
"""No worker lives so long (the timeout of ``send_notification`` is shorter)."""
PATIENCE = timedelta(days=3)
"""So long a provider may refuse a message; then it goes another way."""


@dataclass(frozen=True)
class Sending:
    """Sends notifications through the outlets of their channels.

    Attempts and their lease are counted in real time, quiet hours and patience in business time.
    """

    facts: EventFacts
    outlets: Mapping[Channel, Outlet]
    render: Callable[[Notification], Rendered]
    notifications: DynamoNotifications = field(default_factory=DynamoNotifications)
    recipients: Recipients = field(default_factory=Recipients)
    real_now: Callable[[], datetime] = clock.real_now
    now: Callable[[], datetime] = clock.now

    def run(self, payer: str, case_id: str, notification_id: str) -> str:
        """Sends a notification unless it is sent; returns the outcome.

        Raises ``NotYet`` when it has to come again, ``NotFound``; any other error leaves the end unknown.
        """
        known = self.notifications.find(payer, case_id, notification_id)
        if not known.is_open:
            return "sent-before"
        if known.not_before and self.now() < known.not_before:
            # The sweep sends its event again after the quiet hours.
            return "waits"
        if known.state == "sending" and self.real_now() < known.attempts[-1].at + LEASE:
            raise NotYet
        if not self.facts.hold(known) or not self.recipients.are_told(known):
            self.notifications.change(known, known.ended("withdrawn"))
            return "withdrawn"
        if has_waited(known, self.now()) and (to := self.recipients.of_notification(known)):
            return self._attempt_held(known, to)
        return self._attempt(self.facts.as_it_stands(known))

    def _attempt_held(self, known: Notification, to: Addressee) -> str:
        """Sends an SMS that has waited, as its recipient wants it now and not at night."""
        if is_off(known, to):
            self.notifications.change(known, known.ended("withdrawn"))
            return "withdrawn"
        if not is_wanted(known, to):
            return self._bounced(known.sending(self.real_now()), UNWANTED, known)
        if morning := end_of_quiet_hours(self.now(), to.country):
            self.notifications.change(known, known.held_until(morning))
            return "waits"
        return self._attempt(to_number_of_today(known, to))

    def _attempt(self, known: Notification) -> str:
        attempt = known.sending(self.real_now())
        # All this first: a fault of a template, say, is then no attempt whose end is unknown.
        outlet, rendered, postal = self.outlets[attempt.channel], self.render(attempt), self._postal(attempt)
        try:
            self.notifications.change(known, attempt)
        except NotificationChanged:
            raise NotYet from None
        try:
            provider_id = outlet.send(attempt, rendered, postal)
        except NotSent as refusal:
            # Without this line, a fault of ours would first show as a dead letter.
            failed(refusal, notificationId=attempt.notification_id, code=code_of(refusal))
            return self._refused(attempt, code_of(refusal))
        except Undeliverable as refusal:
            return self._bounced(attempt, code_of(refusal))
        self.notifications.change(attempt, attempt.sent(self.now(), provider_id, digest(rendered)))
        return "repeated" if attempt.repeats else "sent"

    def _refused(self, attempt: Notification, fault: str) -> str:
        if self.now() - attempt.planned_at > PATIENCE:
            return self._bounced(attempt, fault)
        self.notifications.change(attempt, attempt.refused(fault))
        raise NotYet

    def _bounced(self, attempt: Notification, fault: str, stored: Notification | None = None) -> str:
        after = attempt.refused(fault).ended("bounced")
        self.notifications.change(stored or attempt, after, [news.bounced(after, self.now())])
        return "bounced"

    def _postal(self, attempt: Notification) -> PostalAddress | None:
        """Returns where a letter goes."""
        if attempt.channel != "letter":
            return None
        return self.recipients.contacts.postal_address(attempt.recipient, attempt.replaced_by)


def digest(rendered: Rendered) -> str:
    """Returns the SHA-256 of all the texts of a message: what was sent can be proved later (R-1402)."""
    texts = [rendered.subject, rendered.text, rendered.html, rendered.sms]
    for part in rendered.enclosed:
        texts += [part.title, *part.paragraphs]
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()
