"""The events of a change of a family: ``family.changed`` and ``guardian.added``, with ids only."""

from __future__ import annotations

from datetime import datetime

from helsebro.events import Event
from helsebro.identity.custody import Custody
from helsebro.identity.custody_note import CustodyEvent
from helsebro.ids import PersonId


def family_changed(
    payer: str, person_id: PersonId, guardian_id: PersonId, what: CustodyEvent, at: datetime
) -> Event:
    """Returns the event that something happened to the guardian of a child, at the payer of the enrolment."""
    return Event(
        "family.changed", at, payer, {"personId": person_id, "guardianId": guardian_id, "what": what}
    )


def guardian_added(payer: str, family: Custody, guardian_id: PersonId, at: datetime) -> list[Event]:
    """Returns, for each other guardian, the event that a payer's underwriting has confirmed this one."""
    others = dict.fromkeys(each.person_id for each in family.guardians if each.person_id != guardian_id)
    named = {"childId": family.person_id, "guardianId": guardian_id}
    return [Event("guardian.added", at, payer, {"personId": each, **named}) for each in others]
