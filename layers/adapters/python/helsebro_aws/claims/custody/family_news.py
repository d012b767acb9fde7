"""The events of a change of a family: ``family.changed``, and ``guardian.changed`` for each reader."""

from __future__ import annotations

from datetime import datetime

from helsebro.events import Event
from helsebro.identity.custody import Custody
from helsebro.identity.custody_note import CustodyEvent
from helsebro.ids import PersonId

TOLD: frozenset[CustodyEvent] = frozenset({"proposed", "confirmed", "rejected", "ended"})
"""What the guardians, and the one concerned, get a message about."""


def family_changed(
    payer: str, person_id: PersonId, guardian_id: PersonId, what: CustodyEvent, at: datetime
) -> Event:
    """Returns the event that something happened to the guardian of a child, at the payer of the enrolment."""
    return Event(
        "family.changed", at, payer, {"personId": person_id, "guardianId": guardian_id, "what": what}
    )


def guardians_told(
    payer: str,
    change: tuple[Custody, Custody],
    guardian_id: PersonId,
    what: CustodyEvent,
    at: datetime,
) -> list[Event]:
    """Returns an event for each person to tell: the one concerned, and who was or is a guardian.

    ``change`` is the family before and after.
    """
    if what not in TOLD:
        return []
    guardians = (guardian.person_id for family in change for guardian in family.guardians)
    readers = dict.fromkeys((guardian_id, *guardians))
    child = change[1].person_id
    return [
        Event("guardian.changed", at, payer, {"personId": reader, "childId": child, "what": what})
        for reader in readers
    ]
