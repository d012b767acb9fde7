"""Outgoing: what a channel gets to send, and what it answers: the seam between texts and providers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.notification import Notification


@dataclass(frozen=True)
class Rendered:
    """A notification in words: ``html`` is a whole document, ``sms`` one text message."""

    subject: str
    text: str
    html: str
    sms: str


class NotSent(Exception):
    """The provider said clearly that it has not sent the message; another attempt may succeed."""


class Undeliverable(Exception):
    """The provider said that the address is none: no further attempt is made on this channel.

    The text is the provider's code, never the address.
    """


class Outlet(Protocol):
    """A channel's provider. Any other exception means that no one knows whether the message left."""

    def send(self, notification: Notification, rendered: Rendered, postal: PostalAddress | None, /) -> str:
        """Sends it and returns the provider's id. Raises ``NotSent``, ``Undeliverable``."""
