"""A person's choices of notifications as the person sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from helsebro.notifications.channel import CHANNELS
from helsebro.notifications.contact_record import ContactRecord
from helsebro.notifications.preferences import CHOSEN_BY_MEMBERS, FIELD_OF, choice_of
from helsebro.notifications.quiet_hours import BEGIN, END
from helsebro_aws.notifications.preferences.kind_titles import title_of

if TYPE_CHECKING:
    from helsebro_aws.notifications.preferences.preferences_answer import (
        ChannelsAnswer,
        PreferencesAnswer,
        ReachableAnswer,
    )


def shown(record: ContactRecord, language: str, *, digital_post: bool) -> PreferencesAnswer:
    """Returns every kind that a person can get, with what the person has chosen.

    ``digital_post`` says whether the person's payer may send it.
    """
    reached = {FIELD_OF[channel]: record.can_be_reached_by(channel) for channel in CHANNELS}
    reachable = cast("ReachableAnswer", {**reached, FIELD_OF["digital-post"]: digital_post})
    return {
        "kinds": [
            {
                "kind": name,
                "title": title_of(name, language),
                "mayBeOff": kind.may_be_off,
                "channels": _channels(choice_of(record, kind).channels),
                "reachable": reachable,
            }
            for name, kind in CHOSEN_BY_MEMBERS.items()
        ],
        "quietHours": {"from": f"{BEGIN:%H:%M}", "until": f"{END:%H:%M}"},
        "version": record.version,
    }


def _channels(chosen: tuple[str, ...]) -> ChannelsAnswer:
    return cast("ChannelsAnswer", {FIELD_OF[channel]: channel in chosen for channel in CHANNELS})
