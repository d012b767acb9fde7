"""Family reading: who may see the family of a child, and with which names."""

from __future__ import annotations

from helsebro.caller import Caller
from helsebro.errors import NotFound
from helsebro.identity.custody import Custody
from helsebro.ids import PersonId
from helsebro_aws.claims.custody.families import Families
from helsebro_aws.claims.custody.guardian_names import GuardianNames
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.platform import clock
from helsebro_aws.policies.dynamo_insured import DynamoPeople


class FamilyReading:
    """Reads a family for its child, its guardians, one proposed or rejected, and staff who insure it."""

    def __init__(self, on: Tables = tables) -> None:
        self.families, self.people = Families(on), DynamoPeople(on)
        self.registered = GuardianNames(on)

    def visible(self, person_id: PersonId, by: Caller) -> Custody:
        """Returns the family. Raises ``NotFound`` also when the caller may not see it."""
        family = self.families.known(person_id)
        if family is None or not self._may_see(family, by):
            raise NotFound()
        return family

    def names(self, family: Custody, by: Caller) -> dict[PersonId, str]:
        """Returns the names of those who are named to the caller: to staff, only the payer's own insured."""
        return self.registered.in_family(family, by.payer)

    def _may_see(self, family: Custody, by: Caller) -> bool:
        if by.payer:
            return bool(self.people.insured(by.payer, family.person_id))
        is_inside = by.person_id == family.person_id or family.is_guardian(by.person_id)
        # From the 15th birthday on, whoever was never confirmed has nothing to do with the child.
        is_concerned = family.is_concerned(by.person_id) and not family.is_over(clock.now())
        return is_inside or is_concerned
