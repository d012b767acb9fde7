"""Custody: ``{personId}#custody`` / ``CUSTODY`` in the ``cases`` table, beside the claims it decides on.

A pointer ``{guardianId}#custody`` / ``CHILD#{personId}`` leads from each guardian to the child. It stays when
a guardian ends: only the family says who is one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from helsebro import ids
from helsebro.identity.custody import Custody, CustodyChanged
from helsebro.identity.guardian import Guardian
from helsebro.ids import PersonId
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Operation, Put, Tables, tables
from helsebro_aws.identity.keys import GUARDED, custody_key, guarded_child_key


class DynamoCustody:
    """The confirmed families of children."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.cases_table

    def find(self, person_id: PersonId) -> Custody | None:
        """Returns the stored family of a child; None for one that no enrolment has named since it is kept."""
        if not ids.is_person(person_id):
            return None
        item = self.tables.get(self.table, *custody_key(person_id))
        return from_item(Custody, item) if item else None

    def of_all(self, persons: Iterable[PersonId]) -> dict[PersonId, Custody]:
        """Returns the stored families of several children."""
        keys = [custody_key(person_id) for person_id in sorted({*persons})]
        found = (from_item(Custody, item) for item in self.tables.get_many(self.table, keys)) if keys else ()
        return {custody.person_id: custody for custody in found}

    def children_of(self, guardian_id: PersonId) -> set[PersonId]:
        """Returns the children whose guardian a person is or was."""
        pk, _ = custody_key(guardian_id)
        return {row["personId"] for row in self.tables.query_all(self.table, pk, begins=GUARDED)}

    def storing(self, after: Custody) -> list[Operation]:
        """Returns what replaces the family as it was read; it fails with ``CustodyChanged``."""
        return [self._replacement(after), *(self._pointer(after, each) for each in after.guardians)]

    def _pointer(self, after: Custody, guardian: Guardian) -> Put:
        key = guarded_child_key(guardian.person_id, after.person_id)
        return Put(self.table, {**as_attributes(key), "personId": after.person_id}, when=None)

    def _replacement(self, after: Custody) -> Put:
        read = after.version
        item = {**as_attributes(custody_key(after.person_id)), **to_item(replace(after, version=read + 1))}
        if read == 0:
            return Put(self.table, item, otherwise=CustodyChanged())
        is_same = "#version = :version"
        return Put(self.table, item, when=is_same, values={":version": read}, otherwise=CustodyChanged())
