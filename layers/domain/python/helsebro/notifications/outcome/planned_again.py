"""Planned again: the same message on another channel, or once more because a caseworker asks for it.

What came back is planned for the same event, so a channel is tried once for it. What a caseworker sends again
has an event of its own, so one call sends one message.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from helsebro.errors import Refused
from helsebro.local_day import local_day
from helsebro.notifications.addressee import SPARE, Addressee
from helsebro.notifications.channel import SILENT, Channel
from helsebro.notifications.kinds import KINDS
from helsebro.notifications.notification import Notification, id_for
from helsebro.notifications.quiet_hours import end_of_quiet_hours

ABOUT_A_SESSION = frozenset({"session-booked", "session-moved", "session-relocated", "session-reminder"})
"""The kinds that name a time at which the recipient is expected: sent late, they mislead."""


class NotSentAgain(Refused):
    """The notification cannot be sent again: ``code`` says why."""

    code = "notification-not-sent-again"


def on_another_channel(
    before: Notification, to: Addressee, tried: Collection[Channel], at: datetime
) -> Notification | None:
    """Returns the message on the next channel that reaches the recipient; None when there is none left.

    ``tried`` are the channels on which the message was planned, for the same event, before.
    """
    wanted = to.wants(KINDS[before.kind])
    order = wanted if to.letters_only else (*wanted, *SPARE)
    left = (channel for channel in order if channel in to.addresses and channel not in tried)
    channel = next(left, None)
    return _planned(before, to, channel, before.event_id, at) if channel else None


def resent(
    before: Notification, to: Addressee, channel: Channel | None, event_id: str, at: datetime
) -> Notification:
    """Returns a new notification with the same kind and variables, on the same channel unless one is given.

    Its text says that it repeats, unless the first one never left or came back.

    Raises ``NotSentAgain`` for one that is still to be sent, that names a session or a last day that is over,
    or whose recipient has no address on the channel.
    """
    chosen = channel or before.channel
    if before.is_open:
        raise NotSentAgain("notification-still-open")
    if before.kind in ABOUT_A_SESSION or before.state == "withdrawn" or _is_over(before, to, at):
        raise NotSentAgain()
    if chosen not in to.addresses:
        raise NotSentAgain("no-address-on-channel")
    again = _planned(before, to, chosen, event_id, at)
    return replace(again, repeats=before.sent_at is not None and before.state != "bounced")


def _is_over(before: Notification, to: Addressee, at: datetime) -> bool:
    """Whether the text asks a member to do something until a day that is over. Staff read of missed days."""
    day = before.variables.get("day") if KINDS[before.kind].recipient == "member" else None
    return bool(day) and date.fromisoformat(str(day)) < local_day(at, to.country)


def _planned(
    before: Notification, to: Addressee, channel: Channel, event_id: str, at: datetime
) -> Notification:
    return replace(
        before,
        notification_id=id_for(event_id, before.kind, to.recipient, channel),
        recipient=to.recipient,
        channel=channel,
        address=to.addresses[channel],
        language=to.language,
        of_child=to.of_child,
        letters_only=to.letters_only,
        event_id=event_id,
        planned_at=at,
        state="planned",
        not_before=None if channel in SILENT else end_of_quiet_hours(at, to.country),
        attempts=(),
        repeats=False,
        sent_at=None,
        digest="",
        instead_of=before.notification_id,
        letter=None,
        version=1,
    )
