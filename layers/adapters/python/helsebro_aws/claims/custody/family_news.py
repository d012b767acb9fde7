"""The event of a change of a family: ``family.changed``, with ids only."""

from __future__ import annotations

from datetime import datetime

from helsebro.events import Event
from helsebro.identity.custody_note import CustodyEvent
from helsebro.ids import PersonId


def family_changed(
    payer: str, person_id: PersonId, guardian_id: PersonId, what: CustodyEvent, at: datetime
) -> Event:
    """Returns the event that something happened to the guardian of a child, at the payer of the enrolment."""
    return Event(
        "family.changed", at, payer, {"personId": person_id, "guardianId": guardian_id, "what": what}
    )
