"""Preferences: which kinds of notification a person wants, and on which channels."""

from __future__ import annotations

from collections.abc import Mapping

from helsebro.errors import Fault
from helsebro.notifications.channel import CHANNELS, Channel, Choice
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.notification_kind import NotificationKind
from helsebro.notifications.rows.members import TO_MEMBERS

CHOSEN_BY_MEMBERS: Mapping[str, NotificationKind] = {
    kind.kind: kind for kind in TO_MEMBERS if kind.recipient == "member"
}
"""The kinds that a person chooses the channels of."""
FIELD_OF: Mapping[Channel, str] = {
    "email": "email",
    "sms": "sms",
    "letter": "letter",
    "digital-post": "digitalPost",
}


def choice_of(record: ContactRecord, kind: NotificationKind) -> Choice:
    """Returns what the person has chosen for a kind, else what holds for everyone."""
    return record.choices.get(kind.kind, kind.choice)


def choice_faults(record: ContactRecord, kind: NotificationKind, chosen: Choice) -> list[Fault]:
    """Returns the faults of a choice: a necessary kind without a channel, a channel without an address.

    A channel that was chosen before may stay, so that what was read can be sent back.
    """
    here, before = f"/kinds/{kind.kind}", choice_of(record, kind).channels
    faults = [
        Fault(f"{here}/{FIELD_OF[channel]}", "channel-without-address", "")
        for channel in CHANNELS
        if channel in chosen.channels and channel not in before and not record.address_of(channel)
    ]
    if not chosen.channels and not kind.may_be_off:
        faults.append(Fault(here, "notification-necessary", ""))
    return faults


def without_email(record: ContactRecord, kind: NotificationKind) -> ContactRecord:
    """Returns the record with e-mail of this kind turned off; the same record when it is off already."""
    chosen = choice_of(record, kind)
    if not chosen.email:
        return record
    left = Choice(email=False, sms=chosen.sms, letter=chosen.letter, digital_post=chosen.digital_post)
    return record.choosing({kind.kind: left})
