"""Notification (besked): one message to one recipient on one channel, from its plan to what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from helsebro.notifications.channel import Channel
from helsebro.notifications.contact_record import Language

NotificationState = Literal[
    "planned", "sending", "sent", "delivered", "bounced", "complained", "failed", "withdrawn"
]
LetterState = Literal["queued", "printed", "posted", "returned"]


@dataclass(frozen=True)
class SendAttempt:
    """One attempt to send; ``provider_id`` is the provider's own id of the message, ``""`` when unknown."""

    at: datetime
    provider_id: str = ""
    fault: str = ""


@dataclass(frozen=True)
class Notification:
    """``recipient`` is the id of a person, policy, payer or clinic, ``case_id`` the claim or policy it is
    about. ``variables`` complete the texts and hold nothing about health. ``not_before`` delays an SMS past
    the quiet hours. ``event_id`` is the event behind it; a resend names the caseworker's own event.

    ``repeats`` says that an earlier attempt may have arrived: the text then says so. ``instead_of`` is the
    notification that came back on another channel. ``digest`` is the SHA-256 of what was sent (R-1402).
    ``replaced_by`` is the version of the contact record that replaced the address it goes to, else 0.
    ``about`` is the booking whose time it names: it is withdrawn when the booking moves before it is sent.
    ``of_child`` says that a guardian reads it: the text then speaks of the child, without a name.
    ``letters_only`` says that its recipient has no login: no text then asks for one (F4-02). ``tells_of`` is
    the message, refund or extension that it tells of, whose words a letter to such a person carries.
    """

    notification_id: str
    kind: str
    payer: str
    case_id: str
    recipient: str
    channel: Channel
    address: str
    language: Language
    event_id: str
    planned_at: datetime
    variables: Mapping[str, str] = field(default_factory=dict)
    state: NotificationState = "planned"
    not_before: datetime | None = None
    attempts: tuple[SendAttempt, ...] = ()
    repeats: bool = False
    sent_at: datetime | None = None
    digest: str = ""
    instead_of: str = ""
    letter: LetterState | None = None
    about: str = ""
    of_child: bool = False
    letters_only: bool = False
    tells_of: str = ""
    replaced_by: int = 0
    version: int = 1

    @property
    def is_open(self) -> bool:
        """Whether it still has to be sent."""
        return self.state in ("planned", "sending")

    def sending(self, at: datetime) -> Notification:
        """Returns it as being sent; an attempt whose end is unknown makes this one a repeat."""
        unknown = self.state == "sending"
        attempts = (*self.attempts, SendAttempt(at))
        return self._changed(state="sending", attempts=attempts, repeats=self.repeats or unknown)

    def sent(self, at: datetime, provider_id: str, digest: str) -> Notification:
        """Returns it as sent, with the provider's id of the message."""
        attempts = (*self.attempts[:-1], replace(self.attempts[-1], provider_id=provider_id))
        letter = "queued" if self.channel == "letter" else None
        return self._changed(state="sent", attempts=attempts, sent_at=at, digest=digest, letter=letter)

    def refused(self, fault: str) -> Notification:
        """Returns it as not sent: the provider said so; ``fault`` is its code."""
        attempts = (*self.attempts[:-1], replace(self.attempts[-1], fault=fault))
        return self._changed(state="planned", attempts=attempts)

    def held_until(self, at: datetime) -> Notification:
        """Returns it as waiting until an instant; an attempt whose end is unknown is repeated then."""
        unknown = self.state == "sending"
        return self._changed(state="planned", not_before=at, repeats=self.repeats or unknown)

    def ended(self, state: NotificationState) -> Notification:
        """Returns it with what became of it."""
        return self._changed(state=state)

    def _changed(self, **changes: object) -> Notification:
        return replace(self, version=self.version + 1, **changes)  # type: ignore[arg-type]


def id_for(event_id: str, kind: str, recipient: str, channel: Channel) -> str:
    """Returns the id of the notification of an event to a recipient: the same each time it is planned."""
    seed = f"{event_id}\n{kind}\n{recipient}\n{channel}"
    return f"ntf_{hashlib.sha256(seed.encode()).hexdigest()[:32]}"
