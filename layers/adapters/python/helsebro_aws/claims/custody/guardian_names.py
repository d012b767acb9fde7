"""Registered names of guardians: as the enrolment names them that made each one of the family."""

from __future__ import annotations

from helsebro.identity.custody import Custody
from helsebro.identity.guardian import Guardian, ProposedGuardian
from helsebro.ids import PersonId, PolicyId
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.policies.dynamo_insured import DynamoPeople
from helsebro_aws.policies.enrolled.registered_names import latest_name


class GuardianNames:
    """Reads names; a payer's staff learn those that their payer has, and no other.

    No later enrolment, at another payer or by another employer, gives a guardian another name in the family.
    """

    def __init__(self, on: Tables = tables) -> None:
        self.people = DynamoPeople(on)

    def in_family(self, family: Custody, payer: str = "") -> dict[PersonId, str]:
        """Returns the names of the guardians, and of who waits to be one; ``payer`` is that of staff."""
        named: tuple[Guardian | ProposedGuardian, ...] = (*family.guardians, *family.proposed)
        policies = self._policies(family)
        found: dict[PersonId, str] = {}
        for each in named:
            if each.person_id in found:
                continue
            policy_id = policies.get((each.person_id, each.payer)) if payer in ("", each.payer) else None
            place = self.people.enrolment(each.payer, each.person_id, policy_id) if policy_id else None
            name = place.insured.name if place else self.of(each.person_id, payer or each.payer)
            if name is not None:
                found[each.person_id] = name
        return found

    def _policies(self, family: Custody) -> dict[tuple[PersonId | None, str], PolicyId]:
        """Returns the policy whose enrolment of the child names each one, the earliest at a payer."""
        places = sorted(self.people.each_place(family.person_id), key=lambda place: place.enrolled_on)
        policies: dict[tuple[PersonId | None, str], PolicyId] = {}
        for place in places:
            policies.setdefault((place.main_insured_person_id, place.payer), place.policy_id)
        return policies

    def of(self, person_id: PersonId, payer: str = "") -> str | None:
        """Returns the newest name of a person, at a payer or at any; None without an enrolment there."""
        places = self.people.insured(payer, person_id) if payer else self.people.each_place(person_id)
        return latest_name(places) if places else None
