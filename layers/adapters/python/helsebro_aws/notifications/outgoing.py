"""Outgoing: what a channel gets to send, and what it answers: the seam between texts and providers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from helsebro.notifications.contact_record import PostalAddress
from helsebro.notifications.notification import Notification
from helsebro_aws.notifications.letters.letter_part import LetterPart


@dataclass(frozen=True)
class Rendered:
    """A notification in words: ``html`` is a whole document, ``sms`` one text message.

    ``unsubscribe`` is the link in an e-mail of a kind that may be off; it stands in the text too.
    ``enclosed`` is what a letter carries for a person who cannot log in; no other channel reads it.
    """

    subject: str
    text: str
    html: str
    sms: str
    unsubscribe: str = ""
    enclosed: tuple[LetterPart, ...] = ()


NO_PAYER = "no-payer-carries-it"
"""Why a letter or digital post of no payer cannot leave: no payer insures the recipient, or ever did."""
CODE = re.compile(r"(?!.*\d{5})[A-Za-z0-9][A-Za-z0-9._:-]{0,59}")
"""A provider's code or status. A longer run of digits could be a number of a person."""


def code_of(refusal: Exception) -> str:
    """Returns the code that a provider refused a message with; ``no-code`` for any other text."""
    text = str(refusal)
    return text if CODE.fullmatch(text) else "no-code"


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
