"""The keys of slots in the ``network`` table, in the partition of their practitioner."""

from __future__ import annotations

from datetime import datetime

from helsebro.ids import PractitionerId
from helsebro_aws.dynamodb.keys import Key
from helsebro_aws.dynamodb.record import instant

SLOTS = "SLOT#"
AFTER_ALL_SLOTS = f"{SLOTS}~"


def slot_sort_key(starts_at: datetime) -> str:
    """Returns the sort key of a slot, made from the minute it starts: text that sorts as time."""
    return f"{SLOTS}{instant(starts_at.replace(second=0, microsecond=0))}"


def slot_key(practitioner_id: PractitionerId, starts_at: datetime) -> Key:
    """Returns the key of a slot."""
    return practitioner_id, slot_sort_key(starts_at)


def slot_pointer_key(practitioner_id: PractitionerId, key: str) -> Key:
    """Returns the key of the pointer to a slot, by the key that the clinic's own system gave it."""
    return practitioner_id, f"SLOTKEY#{key}"


def calendar_key(practitioner_id: PractitionerId) -> Key:
    """Returns the key of the item that counts the changes to a practitioner's calendar."""
    return practitioner_id, "CALENDAR"
