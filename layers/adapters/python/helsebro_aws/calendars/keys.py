"""The keys of slots in the ``network`` table, in the partition of their practitioner, and their listing."""

from __future__ import annotations

from datetime import datetime

from helsebro.ids import PractitionerId
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.record import instant

SLOTS = "SLOT#"
SUBSCRIPTIONS = "calendar-subscriptions"
"""The listing of all subscribed calendars, by when each is read next."""


def slot_sort_key(starts_at: datetime) -> str:
    """Returns the sort key of a slot, made from the minute it starts: text that sorts as time."""
    return f"{SLOTS}{instant(starts_at.replace(second=0, microsecond=0))}"


def slot_key(practitioner_id: PractitionerId, starts_at: datetime) -> Key:
    """Returns the key of a slot."""
    return practitioner_id, slot_sort_key(starts_at)


def free_slots_of(practitioner_id: PractitionerId) -> str:
    """Returns the listing of a practitioner's slots that are not booked or withdrawn, by start."""
    return f"FREE#{practitioner_id}"


def booked_slots_of(practitioner_id: PractitionerId) -> str:
    """Returns the listing of a practitioner's booked slots, by start."""
    return f"BOOKED#{practitioner_id}"


def slot_pointer_key(practitioner_id: PractitionerId, key: str) -> Key:
    """Returns the key of the pointer to a slot, by the key that the clinic's own system gave it."""
    return practitioner_id, f"SLOTKEY#{key}"


def practitioner_week_key(practitioner_id: PractitionerId, week: str) -> Key:
    """Returns the key of the item that counts the sessions in a practitioner's week (``2026-W49``)."""
    return practitioner_id, f"WEEK#{week}"


def calendar_key(practitioner_id: PractitionerId) -> Key:
    """Returns the key of the item that counts the changes to a practitioner's calendar."""
    return practitioner_id, "CALENDAR"


def subscription_key(practitioner_id: PractitionerId) -> Key:
    """Returns the key of the subscription of a practitioner's own calendar."""
    return practitioner_id, "SUBSCRIPTION"
