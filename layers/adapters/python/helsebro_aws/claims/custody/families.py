"""Families: what is known of a child's guardians, stored or read from the enrolments of before."""

from __future__ import annotations

from datetime import datetime

from helsebro.identity.coming_of_age import fifteenth_birthday
from helsebro.identity.custody import Custody
from helsebro.identity.guardian import Guardian
from helsebro.ids import PersonId
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople


class Families:
    """Reads the families of children."""

    def __init__(self, on: Tables = tables) -> None:
        self.custodies, self.people = DynamoCustody(on), DynamoPeople(on)

    def known(self, person_id: PersonId) -> Custody | None:
        """Returns a child's family, None for a person whom no one has enrolled as a child.

        Where nothing is stored, every enrolment was made before families were: each counts as confirmed.
        """
        stored = self.custodies.find(person_id)
        if stored:
            return stored
        places = [place for place in self.people.each_place(person_id) if place.relation == "child"]
        return self.of_before(places, clock.now()) if places else None

    def of_before(self, places: list[Insured], at: datetime) -> Custody:
        """Returns the family that these enrolments of one child make, the earliest first."""
        ordered = sorted(places, key=lambda place: (place.enrolled_on, place.policy_id))
        family = empty_family(ordered[0])
        for place in ordered:
            if place.main_insured_person_id:
                guardian = Guardian(place.main_insured_person_id, place.payer, at, "earlier-enrolment")
                family = family.begun(guardian)
        return family


def empty_family(child: Insured) -> Custody:
    """Returns the family of a child before anyone is its guardian."""
    return Custody(child.person_id, fifteenth_birthday(child.born_on), child.country)
