"""Deciding guardians: which guardian decided for a child, as each reader of the case may know it (F4-20)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.ids import PersonId
from helsebro_aws.claims.custody.guardian_names import GuardianNames
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody

if TYPE_CHECKING:
    from helsebro_aws.claims.custody.guardian_answer import DecidingGuardianAnswer

GuardianOf = Callable[[str], "DecidingGuardianAnswer | None"]
"""Returns the guardian behind the person id of a decision; None when the person of the case decided."""


def no_guardian(_: str) -> DecidingGuardianAnswer | None:
    """Returns None: for what only the person decides."""
    return None


class DecidingGuardians:
    """Names guardians to each other, to the child and to the payer's staff, but to no holder of a mandate."""

    def __init__(self, on: Tables = tables) -> None:
        self.custodies, self.registered = DynamoCustody(on), GuardianNames(on)

    def seen_by(self, by: Caller, claim: Claim, at: datetime) -> GuardianOf:
        """Returns what names the guardians who decided in a case to one reader of it."""
        may_know = bool(by.payer) or claim.is_own(by, at)

        @cache
        def guardian_of(decided_by: str) -> DecidingGuardianAnswer | None:
            if decided_by == claim.person_id:
                return None
            guardian_id = PersonId(decided_by)
            is_known = may_know and self._is_in_sight(guardian_id, by, claim)
            name = self._name(guardian_id, by, claim) if is_known else None
            return {"name": name, "isYou": guardian_id == by.person_id}

        return guardian_of

    def _name(self, guardian_id: PersonId, by: Caller, claim: Claim) -> str | None:
        """Returns the name as in the family; of who is no guardian any more, the one that the payer has."""
        family = self.custodies.find(claim.person_id)
        names = self.registered.in_family(family, by.payer) if family else {}
        if guardian_id in names:
            return names[guardian_id]
        at_payer = self.registered.of(guardian_id, claim.payer)
        return at_payer if at_payer or by.payer else self.registered.of(guardian_id)

    def _is_in_sight(self, guardian_id: PersonId, by: Caller, claim: Claim) -> bool:
        """Whether a reader of the case may know this guardian, as the reader may in the family."""
        if by.payer or by.person_id in (claim.person_id, guardian_id):
            return True
        family = self.custodies.find(claim.person_id)
        sight = family.in_sight_of(by.person_id) if family else None
        return sight is None or guardian_id in sight
