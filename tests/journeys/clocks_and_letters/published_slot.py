"""Slots that a test publishes at the demo clinic."""

from __future__ import annotations

import secrets
from datetime import timedelta

from local.journey.people import StackAddresses

Slot = dict[str, str]
SESSION = timedelta(minutes=45)
EVENINGS = 7
"""So many sessions, one after another, after the slots that the demo clinic has by itself."""


def published_slot(stack: StackAddresses, days: int) -> Slot:
    """Publishes a free slot for a follow-up in the evening, so many days ahead, and returns it."""
    clinic = stack.clinic_system()
    evening = (clinic.now() + timedelta(days=days)).replace(hour=15, minute=0, second=0, microsecond=0)
    begins = evening + secrets.randbelow(EVENINGS) * SESSION
    slot = {
        "key": f"s-{secrets.token_hex(6)}",
        "startsAt": f"{begins:%Y-%m-%dT%H:%M:%SZ}",
        "endsAt": f"{begins + SESSION:%Y-%m-%dT%H:%M:%SZ}",
        "service": "follow-up",
    }
    [taken] = clinic.publish_slots(stack.practitioner_key, [slot]).body["published"]
    return {**slot, "slotId": taken["slotId"]}
