"""The rule of ``bookings.booking`` on when a guarantee covers a slot, as a condition on its item."""

from __future__ import annotations

from typing import Any

from helsebro.calendars.slot import Slot
from helsebro.guarantees.guarantee import Guarantee
from helsebro.local_day import local_day


def good_for(guarantee: Guarantee, slot: Slot, *, one_more: bool = True) -> tuple[str, dict[str, Any]]:
    """Returns the condition and its values: the guarantee is active and covers the slot.

    Person, treatment, days, clinic and practitioner must match; with ``one_more`` a session must be left.
    """
    parts = [
        "#status = :active",
        "#personId = :person",
        "#treatment = :treatment",
        "#validFrom <= :day",
        "#validUntil >= :day",
        "(attribute_not_exists(#clinicId) OR #clinicId = :clinic)",
        "(attribute_not_exists(#practitionerId) OR #practitionerId = :practitioner)",
    ]
    if one_more:
        parts.append("#sessionsBooked < #sessionsGranted")
    values = {
        ":active": "active",
        ":person": guarantee.person_id,
        ":treatment": guarantee.treatment,
        ":day": local_day(slot.starts_at, guarantee.country).isoformat(),
        ":clinic": slot.clinic_id,
        ":practitioner": slot.practitioner_id,
    }
    return " AND ".join(parts), values
