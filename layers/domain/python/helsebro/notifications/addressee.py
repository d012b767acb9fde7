"""Addressee (modtager): who gets a notification, the addresses that work, and the choices made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from helsebro.notifications.channel import CHANNELS, Channel, Choice
from helsebro.notifications.contact_record import ContactRecord, Language
from helsebro.notifications.notification_kind import NotificationKind

SPARE: tuple[Channel, ...] = ("letter", "email", "sms", "digital-post")
"""What is tried when no chosen channel has an address that works. Digital post needs none, so it is last."""


@dataclass(frozen=True)
class Addressee:
    """``recipient`` is the id of a person, policy, payer or clinic; ``country`` gives the quiet hours.

    ``letters_only`` holds for a person without MitID or BankID (F4-02), ``of_child`` for a guardian who reads
    about a child (F4-20).
    """

    recipient: str
    language: Language
    country: str
    addresses: Mapping[Channel, str]
    choices: Mapping[str, Choice] = field(default_factory=dict)
    letters_only: bool = False
    of_child: bool = False

    @classmethod
    def of(cls, record: ContactRecord) -> Addressee:
        """Returns the person of a contact record, with the channels that reach the person."""
        reachable = [channel for channel in CHANNELS if record.can_be_reached_by(channel)]
        return cls(
            recipient=record.person_id,
            language=record.language,
            country=record.country,
            addresses={channel: record.address_of(channel) for channel in reachable},
            choices=record.choices,
            letters_only=not record.has_login,
        )

    def wants(self, kind: NotificationKind) -> tuple[Channel, ...]:
        """Returns the channels that are wanted; none when the notification is turned off.

        What may not be turned off is sent on its usual channels to a person who has chosen none.
        """
        choice = self.choices.get(kind.kind, kind.choice)
        if not choice.channels and not kind.may_be_off:
            choice = kind.choice
        return ("letter",) if choice.channels and self.letters_only else choice.channels

    def reached_by(self, kind: NotificationKind) -> tuple[Channel, ...]:
        """Returns the wanted channels that have an address; if none has, one that was not asked for.

        Returns none when the notification is turned off, or when the addressee cannot be reached.
        """
        wanted = self.wants(kind)
        if not wanted:
            return ()
        reachable = tuple(channel for channel in wanted if channel in self.addresses)
        if reachable or self.letters_only:
            return reachable
        return next(((channel,) for channel in SPARE if channel in self.addresses), ())

    def without_haste(self) -> Addressee:
        """Returns the addressee of what has time: by SMS only where no e-mail arrives."""
        if "email" not in self.addresses:
            return self
        return replace(self, addresses={name: to for name, to in self.addresses.items() if name != "sms"})
