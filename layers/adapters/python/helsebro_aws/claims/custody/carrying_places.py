"""Carrying places: which of a child's places in policies a claim may fall under (F4-20, R-301)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helsebro.identity.carrying import carries
from helsebro.identity.custody import Custody
from helsebro.policies.insured import Insured
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.identity.dynamo_custody import DynamoCustody
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople

if TYPE_CHECKING:
    from helsebro.policies.covers import Covered


class CarryingPlaces:
    """Reads the families of children, and of whose policy a place is."""

    def __init__(self, on: Tables = tables) -> None:
        self.custodies, self.people = DynamoCustody(on), DynamoPeople(on)

    def among(self, covered: list[Covered]) -> list[Covered]:
        """Returns the enrolments without those of a child that nothing confirms, or that were denied.

        A stranger who enrols a child would else decide which policy pays, and against which sum. Where no
        family is stored, the enrolment was made before, and it counts.
        """
        children = {insured.person_id for insured, _ in covered if insured.relation == "child"}
        families = {child: self.custodies.find(child) for child in sorted(children)}
        return [each for each in covered if self._carries(each[0], families.get(each[0].person_id))]

    def _carries(self, place: Insured, family: Custody | None) -> bool:
        main = place.main_insured_person_id
        if family is None or main is None or carries(family, main, place.payer, clock.now()):
            return True
        # The policy of a confirmed guardian stays the child's own when it names the other parent.
        own = (self.people.insured(place.payer, guardian) for guardian in family.guardians_at(place.payer))
        return any(each.policy_id == place.policy_id for places in own for each in places)
