"""Custody: ``{personId}#custody`` / ``CUSTODY`` in the ``cases`` table, beside the claims it decides on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from helsebro import ids
from helsebro.identity.custody import Custody, CustodyChanged
from helsebro.ids import PersonId
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Put, Tables, tables
from helsebro_aws.identity.keys import custody_key


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

    def storing(self, after: Custody) -> Put:
        """Returns the operation that replaces the family as it was read; it fails with ``CustodyChanged``."""
        read = after.version
        item = {**as_attributes(custody_key(after.person_id)), **to_item(replace(after, version=read + 1))}
        if read == 0:
            return Put(self.table, item, otherwise=CustodyChanged())
        is_same = "#version = :version"
        return Put(self.table, item, when=is_same, values={":version": read}, otherwise=CustodyChanged())
