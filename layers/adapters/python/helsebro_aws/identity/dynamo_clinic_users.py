"""Clinic users in the ``network`` table: ``{clinicId}`` / ``USER#{personId}``, listed by person."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from helsebro.errors import Conflict
from helsebro.identity.clinic_user import ClinicUser
from helsebro.ids import ClinicId, PersonId, PractitionerId
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.dynamodb.tables import Delete, Item, Put, Tables, tables
from helsebro_aws.identity.keys import clinic_user_key, clinics_of

ROLE = ("role", "practitionerId")
"""What a call reads of a role; a function may read no more of it."""


@dataclass(frozen=True)
class RoleAtClinic:
    """What a person may do at a clinic; without a ``practitioner_id`` the person is its signatory."""

    practitioner_id: PractitionerId | None


class DynamoClinicUsers:
    """The people who sign in for clinics."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def role_at(self, clinic_id: ClinicId, person_id: PersonId) -> RoleAtClinic | None:
        """Returns the person's role at the clinic, or None."""
        item = self.tables.get(self.table, *clinic_user_key(clinic_id, person_id), only=ROLE)
        if item is None or (item["role"] == "practitioner") != ("practitionerId" in item):
            return None
        return RoleAtClinic(item.get("practitionerId"))

    def clinics_of(self, person_id: PersonId) -> list[ClinicId]:
        """Returns up to two of the clinics where the person has, or has just had, a role."""
        rows = self.tables.query_all(self.table, clinics_of(person_id), listing=True, page_size=2)
        return [ClinicId(row["listSk"]) for row in islice(rows, 2)]

    def binding(self, user: ClinicUser) -> Put:
        """Returns the operation that binds a person to a clinic, or replaces the person's role there."""
        return Put(self.table, _item(user), when=None)

    def first_binding(self, user: ClinicUser, otherwise: Conflict) -> Put:
        """Returns the operation that binds a person who has no role at the clinic yet."""
        return Put(self.table, _item(user), otherwise=otherwise)

    def ending(self, clinic_id: ClinicId, person_id: PersonId, practitioner_id: PractitionerId) -> Delete:
        """Returns the operation that ends a person's role as this practitioner."""
        return Delete(
            self.table,
            *clinic_user_key(clinic_id, person_id),
            when="#practitionerId = :practitioner",
            values={":practitioner": practitioner_id},
            otherwise=Conflict(),
        )


def _item(user: ClinicUser) -> Item:
    listed = {"listPk": clinics_of(user.person_id), "listSk": user.clinic_id}
    key = as_attributes(clinic_user_key(user.clinic_id, user.person_id))
    return {**key, **listed, **to_item(user)}
