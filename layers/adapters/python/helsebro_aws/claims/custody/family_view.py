"""The family of a child as its readers see it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from helsebro.identity.custody import Custody
from helsebro.identity.custody_note import CustodyNote
from helsebro.ids import PersonId
from helsebro_aws.dynamodb.record import instant

if TYPE_CHECKING:
    from helsebro_aws.claims.custody.family_answer import FamilyAnswer, FamilyEventAnswer


def family_shown(
    family: Custody, names: Mapping[PersonId, str], at: datetime, only: PersonId | None = None
) -> FamilyAnswer:
    """Returns the family; ``only`` is a proposed or rejected person, who sees the own proposal alone."""
    return {
        "personId": family.person_id,
        "ownFrom": family.own_from.isoformat(),
        "decidesAlone": family.is_over(at),
        "invitedToGiveMandate": family.has("announced"),
        "guardians": [
            {
                "personId": guardian.person_id,
                "name": names.get(guardian.person_id),
                "since": instant(guardian.since),
                "basis": guardian.basis,
            }
            for guardian in family.guardians
            if only is None
        ],
        "proposed": [
            {
                "personId": proposal.person_id,
                "name": names.get(proposal.person_id),
                "proposedAt": instant(proposal.proposed_at),
                "agreed": [each for each in proposal.agreed if only in (None, each)],
                "declined": [each for each in proposal.declined if only in (None, each)],
            }
            for proposal in family.proposed
            if only in (None, proposal.person_id)
        ],
        "history": [_event(note) for note in family.notes if only in (None, note.about)],
    }


def _event(note: CustodyNote) -> FamilyEventAnswer:
    shown: FamilyEventAnswer = {
        "at": instant(note.at),
        "what": note.what,
        "by": note.by,
        "about": note.about,
    }
    if note.reason:
        shown["reason"] = note.reason
    return shown
