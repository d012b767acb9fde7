"""Registered names: how an enrolment names a guardian."""

from __future__ import annotations

from helsebro.ids import PersonId
from helsebro_aws.dynamodb.tables import Tables, tables
from helsebro_aws.policies.dynamo_insured import DynamoPeople


class GuardianNames:
    """Reads the newest name of a person; a payer's staff learn those of the payer's own insured only."""

    def __init__(self, on: Tables = tables) -> None:
        self.people = DynamoPeople(on)

    def of(self, person_id: PersonId, payer: str = "") -> str | None:
        """Returns the name, at a payer or at any; None without an enrolment there."""
        places = self.people.insured(payer, person_id) if payer else self.people.each_place(person_id)
        return max(places, key=lambda place: place.enrolled_on).name if places else None
