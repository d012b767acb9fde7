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
    family: Custody,
    names: Mapping[PersonId, str],
    at: datetime,
    only: frozenset[PersonId] | None = None,
    *,
    is_rejected: bool = False,
) -> FamilyAnswer:
    """Returns the family; ``only`` are the persons whom the reader may know, None for all of them.

    A proposed or rejected person knows the own proposal alone, and one who ``is_rejected`` nothing of the
    child.
    """

    def knows(person_id: PersonId | None) -> bool:
        return only is None or person_id in only

    return {
        "personId": family.person_id,
        "ownFrom": None if is_rejected else family.own_from.isoformat(),
        "decidesAlone": family.is_over(at),
        "invitedToGiveMandate": family.has("announced"),
        "guardians": [
            {
                "personId": guardian.person_id,
                "name": names.get(guardian.person_id),
                "since": instant(guardian.since),
                "basis": guardian.basis,
                "onlyAt": guardian.only_at,
            }
            for guardian in family.guardians
            if knows(guardian.person_id)
        ],
        "proposed": [
            {
                "personId": proposal.person_id,
                "name": names.get(proposal.person_id),
                "proposedAt": instant(proposal.proposed_at),
                "agreed": [each for each in proposal.agreed if knows(each)],
                "declined": [each for each in proposal.declined if knows(each)],
            }
            for proposal in family.waiting
            if knows(proposal.person_id) and not family.is_over(at)
        ],
        "history": [_event(note) for note in family.notes if knows(note.about)],
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
