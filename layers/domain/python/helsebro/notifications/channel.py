"""Channel (kanal): the ways on which a notification leaves: e-mail, SMS, letter, digital post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Channel = Literal["email", "sms", "letter", "digital-post"]
CHANNELS: tuple[Channel, ...] = ("email", "sms", "letter", "digital-post")
SILENT: frozenset[Channel] = frozenset({"email", "letter", "digital-post"})
"""The channels that disturb nobody at night."""


@dataclass(frozen=True)
class Choice:
    """The channels that a person wants one kind of notification on (``GET /v1/me/notifications``)."""

    email: bool = True
    sms: bool = False
    letter: bool = False
    digital_post: bool = False

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The chosen channels, in the order in which they are tried."""
        chosen: Mapping[Channel, bool] = {
            "digital-post": self.digital_post,
            "email": self.email,
            "sms": self.sms,
            "letter": self.letter,
        }
        return tuple(channel for channel, is_chosen in chosen.items() if is_chosen)
