"""Registered names: what persons are called in the policies that insure them.

A name is shown to whoever may read the case or the policy, and stored and logged nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helsebro.ids import PersonId, PolicyId
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.policies.keys import insured_key

if TYPE_CHECKING:
    from helsebro.policies.insured import Insured

KnownNames = dict[PersonId, str]
MOST_SOUGHT = 10
"""The most persons of one answer who are sought in all policies; the others are read by their key."""


@dataclass(frozen=True)
class NamedPerson:
    """A person to name, and the policy of a payer that probably insures them; None when it is not known."""

    person_id: PersonId
    payer: str
    policy_id: PolicyId | None = None


class RegisteredNames:
    """Reads names for an answer in a bounded number of reads."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def of(self, named: Iterable[NamedPerson], *, at_any_payer: bool = False) -> KnownNames:
        """Returns the names of those who have one, all of them read in one call where the policy is known.

        A few who are in another policy are sought there: in those of the same payer, and ``at_any_payer``
        also elsewhere. Staff never read a name that only another payer has.
        """
        asked = {each: None for each in named if each.person_id}
        found = self._by_key(asked)
        left = {each.person_id: each for each in asked if each.person_id not in found}
        return {**found, **self._sought(list(left.values())[:MOST_SOUGHT], at_any_payer)} if left else found

    def _by_key(self, asked: Iterable[NamedPerson]) -> KnownNames:
        keys = {insured_key(each.payer, each.person_id, each.policy_id) for each in asked if each.policy_id}
        rows = self.tables.get_many(self.tables.settings.people_table, sorted(keys))
        return {PersonId(row["personId"]): row["name"] for row in rows}

    def _sought(self, people: Iterable[NamedPerson], at_any_payer: bool) -> KnownNames:
        # Here, so that names which are read by their key load no code of policies.
        from helsebro_aws.policies.dynamo_insured import DynamoPeople

        reading, found = DynamoPeople(self.tables), KnownNames()
        for each in people:
            places = reading.insured(each.payer, each.person_id)
            if not places and at_any_payer:
                places = reading.own_places(each.person_id)
            if places:
                found[each.person_id] = latest_name(places)
        return found


def latest_name(places: Iterable[Insured]) -> str:
    """Returns the name in the latest of a person's enrolments."""
    return max(places, key=lambda place: place.enrolled_on).name
