"""Sent mail: every notification of the embedded stack, with what its provider was given.

The emulator stands in for SES and SNS and keeps what it was sent; a letter is a PDF in its bucket.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helsebro.notifications.notification import Notification
from helsebro.notifications.outcome.letter import letter_id_of
from helsebro_aws.dynamodb.record import from_item, instant
from helsebro_aws.notifications.keys import NOTIFICATIONS
from local.demo.http_client import client
from local.mailbox.emulator_items import EmulatorItems

OF_SES, OF_SNS = "/_ministack/ses/messages", "/_ministack/sns/sms-messages"
Content = Mapping[str, str]
"""``subject``, ``text`` and ``html`` of an e-mail, only ``text`` of an SMS."""


@dataclass(frozen=True)
class MailboxMessage:
    """A notification with its content; an e-mail or SMS has none until it was sent, a letter never."""

    notification: Notification
    content: Content

    @property
    def at(self) -> str:
        """When it was sent, or else planned, as text that sorts."""
        at = self.notification.sent_at or self.notification.planned_at
        return instant(at.replace(microsecond=0))

    @property
    def fault(self) -> str:
        """The code with which the last attempt failed, else an empty text."""
        attempts = self.notification.attempts
        return attempts[-1].fault if attempts else ""

    @property
    def has_paper(self) -> bool:
        """Whether there is a letter to read."""
        return self.notification.channel == "letter" and self.notification.letter is not None

    def as_json(self) -> dict[str, Any]:
        """Returns it as ``/messages.json`` shows it."""
        found = self.notification
        return {
            "notificationId": found.notification_id,
            "kind": found.kind,
            "recipient": found.recipient,
            "caseId": found.case_id,
            "channel": found.channel,
            "address": found.address,
            "language": found.language,
            "state": found.state,
            "letter": found.letter,
            "letterId": letter_id_of(found) if self.has_paper else None,
            "at": self.at,
            "fault": self.fault or None,
            "insteadOf": found.instead_of or None,
            "repeats": found.repeats,
            **self.content,
        }


@dataclass(frozen=True)
class SentMail:
    """The messages of the stack with these items."""

    items: EmulatorItems

    def newest_first(self) -> list[MailboxMessage]:
        """Returns every message."""
        # The mails are read last: a message that is stored as sent is among them.
        stored = [from_item(Notification, item) for item in self.items.stored("cases", NOTIFICATIONS)]
        contents = {**self._mails(), **self._text_messages()}
        found = [MailboxMessage(each, contents.get(_provider_id(each), {})) for each in stored]
        found.sort(key=lambda message: (message.at, message.notification.notification_id), reverse=True)
        return found

    def find(self, notification_id: str) -> MailboxMessage | None:
        """Returns one message, or None."""
        return next(
            (each for each in self.newest_first() if each.notification.notification_id == notification_id),
            None,
        )

    def paper(self, message: MailboxMessage) -> bytes:
        """Returns the PDF of a letter that was queued."""
        found = message.notification
        return self.items.file("letters", f"{found.payer}/{letter_id_of(found)}.pdf")

    def _mails(self) -> dict[str, Content]:
        kept = self._kept(OF_SES)["messages"].values()
        return {
            mail["MessageId"]: {
                "subject": mail["Subject"],
                "text": mail["BodyText"],
                "html": mail["BodyHtml"] or "",
            }
            for mails in kept
            for mail in mails
        }

    def _text_messages(self) -> dict[str, Content]:
        every = (sms for kept in self._kept(OF_SNS)["sms_messages"].values() for sms in kept)
        return {sms["MessageId"]: {"text": sms["Message"]} for sms in every}

    def _kept(self, path: str) -> dict[str, Any]:
        return dict(client().get(f"{self.items.endpoint}{path}").raise_for_status().json())


def _provider_id(notification: Notification) -> str:
    """Returns the id under which the provider took it, ``""`` while it did not."""
    return next((made.provider_id for made in reversed(notification.attempts) if made.provider_id), "")
