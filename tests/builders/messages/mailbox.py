"""The mailbox of tests: what moto's SES and SNS took to send."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from moto.backends import get_backend


@dataclass(frozen=True)
class Mail:
    """A message as it left; an SMS has no subject."""

    to: str
    body: str
    subject: str = ""


def opened(sender: str) -> None:
    """Empties the mailbox, and verifies the sender as an operator does."""
    for backend in _backends("ses"):
        backend.sent_messages.clear()
        backend.verify_email_identity(sender)
    for backend in _backends("sns"):
        backend.sms_messages.clear()


def mails() -> list[Mail]:
    """Returns the e-mails that were sent."""
    return [
        Mail(sent.destinations["ToAddresses"][0], sent.body, sent.subject)
        for backend in _backends("ses")
        for sent in backend.sent_messages
    ]


def texts() -> list[Mail]:
    """Returns the SMS that were sent."""
    return [Mail(*sent) for backend in _backends("sns") for sent in backend.sms_messages.values()]


def _backends(kind: Any) -> Iterator[Any]:
    yield get_backend(kind)["123456789012"]["eu-north-1"]
