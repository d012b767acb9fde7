"""Confirmed places: which enrolments of a child may say where the child is reached (F4-20)."""

from __future__ import annotations

from collections.abc import Sequence

from helsebro.ids import PersonId
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody


class ConfirmedPlaces:
    """Leaves out the enrolments of a child in a family that is not confirmed: it may be a stranger's."""

    def __init__(self, on: Tables = tables) -> None:
        self.custodies = DynamoCustody(on)

    def among(self, person_id: PersonId, places: Sequence[Insured]) -> Sequence[Insured]:
        """Returns the enrolments that count; the family is read only where there are two of them."""
        if len({place.main_insured_person_id for place in places if place.relation == "child"}) < 2:
            return places
        family = self.custodies.find(person_id)
        if family is None:
            return places
        return [
            each
            for each in places
            if each.relation != "child"
            or family.is_guardian(PersonId(str(each.main_insured_person_id)), each.payer)
        ]
