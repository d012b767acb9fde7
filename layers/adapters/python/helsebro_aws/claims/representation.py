"""Representation: the persons a caller may ask for: itself, a child under 15, a giver of a mandate, or, for
staff, the payer's insured.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from helsebro.caller import Caller
from helsebro.claims.claim import Claim
from helsebro.claims.mandate import Power
from helsebro.claims.sight import Sight, by_mandate, by_own_right, by_staff
from helsebro.errors import BadInput, Fault, NotFound
from helsebro.ids import PersonId
from helsebro.local_day import local_day
from helsebro.policies.family import has_guardian
from helsebro.policies.insured import Insured
from helsebro_aws.claims.custody.carrying_places import CarryingPlaces
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople

if TYPE_CHECKING:
    from helsebro.policies.covers import Covered

ANY_PAYER = ""


class Representation:
    """Reads what decides which persons a caller may ask for; the rules are in ``claims.sight``."""

    def __init__(self, on: Tables = tables) -> None:
        self.people, self.carrying = DynamoPeople(on), CarryingPlaces(on)
        self.tables = on

    def covered(
        self, by: Caller, person_id: PersonId | None, power: Power, on: date | None = None
    ) -> list[Covered]:
        """Returns the enrolments of ``sight``, with their covers."""
        return self.sight(by, person_id, power, on).covered

    def sight(self, by: Caller, person_id: PersonId | None, power: Power, on: date | None = None) -> Sight:
        """Returns what the caller may see of the person's covers on a day, by default today.

        An enrolment of a child that is not confirmed is no cover (``CarryingPlaces``). It is empty when a
        caller who asks for itself has no policy, and when the payer of the staff does not insure the person.
        Raises ``NotFound`` when the caller may not ask for the person, ``BadInput`` when staff name none.
        """
        found = self._sight(by, person_id, power, on)
        return replace(found, covered=self.carrying.among(found.covered))

    def _sight(self, by: Caller, person_id: PersonId | None, power: Power, on: date | None) -> Sight:
        if by.payer:
            return by_staff(by, self.people.covered_at(by.payer, named(person_id), on))
        if person_id in (None, by.person_id):
            return by_own_right(self.people.covered(by.person_id, on))
        children = self._of_child(by, PersonId(str(person_id)), on)
        found = (
            by_own_right(children) if children else self._by_mandate(by, PersonId(str(person_id)), power, on)
        )
        if not found.covered:
            raise NotFound()
        return found

    def payers(self, by: Caller, person_id: PersonId | None) -> tuple[PersonId, list[str]]:
        """Returns the person that the caller asks for, and the payers. Raises ``NotFound``, ``BadInput``."""
        if by.payer:
            return named(person_id), [by.payer]
        if person_id in (None, by.person_id):
            return by.person_id, self.people.payers_of(by.person_id)
        payers = self.payers_of_child(by, PersonId(str(person_id)))
        if not payers:
            payers = {claim.payer for claim in self._mandated(PersonId(str(person_id)), by, "contact")}
        if not payers:
            raise NotFound()
        return PersonId(str(person_id)), sorted(payers)

    def _of_child(self, by: Caller, person_id: PersonId, on: date | None) -> list[Covered]:
        """Returns the places of a child at the payers where the caller is its confirmed guardian.

        Where no family is stored, the caller's own enrolments of the child were made before and count.
        """
        is_confirmed = by.guards(person_id, ANY_PAYER)
        if is_confirmed is False:
            return []
        covered = self.people.covered if is_confirmed else self.people.covered_family
        family = covered(person_id if is_confirmed else by.person_id, on)
        return [
            (insured, cover)
            for insured, cover in family
            if _is_child(insured, person_id) and by.guards(person_id, insured.payer) is not False
        ]

    def payers_of_child(self, by: Caller, person_id: PersonId) -> set[str]:
        """Returns the payers of a child whose guardian the caller is, as ``_of_child``."""
        is_confirmed = by.guards(person_id, ANY_PAYER)
        if is_confirmed is None:
            family = self.people.family_of(by.person_id)
            return {member.payer for member in family if _is_child(member, person_id)}
        payers = self.people.payers_of(person_id) if is_confirmed else ()
        return {payer for payer in payers if by.guards(person_id, payer)}

    def _mandated(self, person_id: PersonId, by: Caller, power: Power) -> list[Claim]:
        """Returns the person's claims in which the caller holds a mandate; imported here for cold starts."""
        from helsebro_aws.claims.dynamo_mandates import DynamoMandates

        return DynamoMandates(self.tables).claims_of(person_id, by, power)

    def _by_mandate(self, by: Caller, person_id: PersonId, power: Power, on: date | None) -> Sight:
        claims = self._mandated(person_id, by, power)
        payers = sorted({claim.payer for claim in claims})
        covered = (found for payer in payers for found in self.people.covered_at(payer, person_id, on))
        return by_mandate(claims, covered)


def is_guardian(by: Caller, of: Insured) -> bool:
    """Returns whether the caller is a guardian who decides for this child today, at its payer (F4-20)."""
    is_confirmed = by.guards(of.person_id, of.payer)
    is_ours = of.main_insured_person_id == by.person_id if is_confirmed is None else is_confirmed
    return is_ours and _is_child(of, of.person_id)


def named(person_id: PersonId | None) -> PersonId:
    """Returns the person that staff ask for. Raises ``BadInput`` when they name no person."""
    if not person_id:
        raise BadInput([Fault("/personId", "person-missing", "")])
    return person_id


def _is_child(member: Insured, person_id: PersonId) -> bool:
    """Returns whether the member is the person, and a child whose guardian decides on this local day."""
    return member.person_id == person_id and has_guardian(member, local_day(clock.now(), member.country))
