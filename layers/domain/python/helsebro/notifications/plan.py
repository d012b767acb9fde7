"""Plan: the notifications of one event to one addressee, each on a channel of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from helsebro.notifications.addressee import Addressee
from helsebro.notifications.channel import SILENT, Channel
from helsebro.notifications.notification import Notification, id_for
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.quiet_hours import end_of_quiet_hours
from helsebro.occurrence import Occurrence

BY_STAFF = "caseworker"
"""Who reports a case for a person on the phone."""
A_CALL = timedelta(hours=1)
"""So long the first letter of a case waits for what is told in the call that reports it (F4-02)."""
TOLD_OF = ("messageId", "refundId", "extensionId", "complaintId")
"""The fields of an event that name what its words are about, beside the case itself."""


def plan(
    kind: NotificationKind, cause: Occurrence, to: Addressee, variables: Mapping[str, str], at: datetime
) -> tuple[Notification, ...]:
    """Returns one notification for each channel; none when the addressee has turned it off.

    An addressee who cannot be reached gets a notification that has failed already, so that staff see it.
    """
    channels = to.reached_by(kind)
    made = tuple(_on(channel, kind, cause, to, variables, at) for channel in channels)
    if made or not (wanted := to.wants(kind)):
        return made
    return (replace(_on(wanted[0], kind, cause, to, variables, at), state="failed"),)


def _on(
    channel: Channel,
    kind: NotificationKind,
    cause: Occurrence,
    to: Addressee,
    variables: Mapping[str, str],
    at: datetime,
) -> Notification:
    return Notification(
        notification_id=id_for(cause.event_id, kind.kind, to.recipient, channel),
        kind=kind.kind,
        payer=cause.payer,
        case_id=cause.case_id,
        recipient=to.recipient,
        channel=channel,
        address=to.addresses.get(channel, ""),
        language=to.language,
        event_id=cause.event_id,
        planned_at=at,
        variables=variables,
        not_before=_held_until(channel, cause, to, at),
        about=cause.booking_id or "",
        of_child=to.of_child,
        letters_only=to.letters_only,
        tells_of=_told_of(cause),
        replaced_by=int(cause.data["contactVersion"]) if kind.recipient == "former-address" else 0,
    )


def _held_until(channel: Channel, cause: Occurrence, to: Addressee, at: datetime) -> datetime | None:
    """Returns the end of the quiet hours of what rings, and of the call of who reports a case by phone.

    The consent often comes in the same call; a letter that was printed before it would ask for it again.
    """
    is_phoned = cause.type == "claim.reported" and cause.data.get("reportedBy") == BY_STAFF
    if channel == "letter" and to.letters_only and is_phoned:
        return at + A_CALL
    return None if channel in SILENT else end_of_quiet_hours(at, to.country)


def _told_of(cause: Occurrence) -> str:
    """Returns the message, refund or extension that the event names; empty for any other."""
    return next((str(cause.data[name]) for name in TOLD_OF if cause.data.get(name)), "")
