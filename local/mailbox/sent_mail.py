"""Sent mail: what left the embedded stack, by recipient: the notifications with what the providers got.

The emulator stands in for SES and SNS and keeps what it was sent; a letter is a PDF in its bucket.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from helsebro.notifications.notification import Notification
from helsebro_aws.dynamodb.record import from_item
from local.demo.http_client import client
from local.stack import deploy
from local.stack.live_code import STAGE

OF_SES, OF_SNS = "/_ministack/ses/messages", "/_ministack/sns/sms-messages"
Content = Mapping[str, str]
"""``subject``, ``text`` and ``html`` of a mail, only ``text`` of an SMS."""


@dataclass(frozen=True)
class Mail:
    """A notification, and what its provider got; ``content`` is empty until it was sent."""

    notification: Notification
    content: Content

    @property
    def at(self) -> str:
        """When it was sent, or else planned, as text that sorts."""
        planned = self.notification.planned_at
        return (self.notification.sent_at or planned).isoformat(timespec="seconds").replace("+00:00", "Z")

    def as_json(self) -> dict[str, Any]:
        """Returns it as ``/messages`` shows it."""
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
            "at": self.at,
            "insteadOf": found.instead_of or None,
            "repeats": found.repeats,
            **self.content,
        }


@dataclass(frozen=True)
class SentMail:
    """The mail of the stack whose emulator answers at this address."""

    endpoint: str

    def all(self) -> list[Mail]:
        """Returns every mail, the oldest first."""
        contents = {**self._mails(), **self._text_messages()}
        found = [
            Mail(notification, contents.get(_provider_id(notification), {}))
            for notification in self._notifications()
        ]
        return sorted(found, key=lambda mail: (mail.at, mail.notification.notification_id))

    def find(self, notification_id: str) -> Mail | None:
        """Returns one mail, or None."""
        return next(
            (mail for mail in self.all() if mail.notification.notification_id == notification_id), None
        )

    def letter(self, notification: Notification) -> bytes:
        """Returns the PDF of a letter. Raises ``botocore``'s ``ClientError`` when there is none."""
        bucket = self._setting("send_notification", "HELSEBRO_LETTERS_BUCKET")
        s3 = deploy.client("s3", self.endpoint)
        found = s3.get_object(Bucket=bucket, Key=_provider_id(notification))
        return bytes(found["Body"].read())

    def _notifications(self) -> Iterator[Notification]:
        table = self._setting("tasks", "HELSEBRO_CASES_TABLE")
        pages = (
            deploy.client("dynamodb", self.endpoint)
            .get_paginator("scan")
            .paginate(
                TableName=table,
                FilterExpression="begins_with(sk, :kind)",
                ExpressionAttributeValues={":kind": {"S": "NOTIFICATION#"}},
            )
        )
        for page in pages:
            for item in page["Items"]:
                yield from_item(Notification, {name: _plain(value) for name, value in item.items()})

    def _mails(self) -> dict[str, Content]:
        answer = client().get(f"{self.endpoint}{OF_SES}").raise_for_status().json()
        return {
            mail["MessageId"]: {
                "subject": mail["Subject"],
                "text": mail["BodyText"],
                "html": mail["BodyHtml"] or "",
            }
            for mails in answer["messages"].values()
            for mail in mails
        }

    def _text_messages(self) -> dict[str, Content]:
        answer = client().get(f"{self.endpoint}{OF_SNS}").raise_for_status().json()
        every = (message for messages in answer["sms_messages"].values() for message in messages)
        return {message["MessageId"]: {"text": message["Message"]} for message in every}

    def _setting(self, function: str, name: str) -> str:
        awslambda: Any = deploy.client("lambda", self.endpoint)
        found = awslambda.get_function_configuration(FunctionName=STAGE.named(function))
        return str(found["Environment"]["Variables"][name])


def _provider_id(notification: Notification) -> str:
    """Returns the id under which the provider took it, ``""`` while it did not."""
    return next((made.provider_id for made in reversed(notification.attempts) if made.provider_id), "")


def _plain(value: Mapping[str, Any]) -> Any:
    from boto3.dynamodb.types import TypeDeserializer

    return _whole(TypeDeserializer().deserialize(value))


def _whole(value: Any) -> Any:
    """Returns the value with whole numbers in place of DynamoDB's decimals."""
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_whole(part) for part in value]
    return value if isinstance(value, str | bool | bytes) or value is None else int(value)
