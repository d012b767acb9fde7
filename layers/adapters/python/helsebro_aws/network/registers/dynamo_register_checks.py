"""Register checks in the ``network`` table: ``{practitionerId}`` / ``REGISTER``.

A check that is made again is in the listing ``register-checks``, by when. The item is apart from the
practitioner's own, so that no check refuses a change of the clinic.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from helsebro.ids import ClinicId, PractitionerId
from helsebro.network.registers.register_check import RegisterCheck, RegisterCheckChanged, RegisterFinding
from helsebro.network.registers.registration import Registration
from helsebro_aws.dynamodb.due import due_in
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, instant, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables
from helsebro_aws.network.keys import REGISTER_CHECKS, register_check_key

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
"""When those who were stored before there were checks are due."""


class DynamoRegisterChecks:
    """Register checks in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def known(self, practitioner_id: PractitionerId) -> RegisterCheck | None:
        """Returns the last check of a practitioner, None when there was none."""
        item = self.tables.get(self.table, *register_check_key(practitioner_id))
        return None if item is None else from_item(RegisterCheck, item)

    def of_many(self, practitioner_ids: Iterable[PractitionerId]) -> dict[PractitionerId, RegisterCheck]:
        """Returns the last checks of those practitioners who have one."""
        keys = [register_check_key(practitioner_id) for practitioner_id in practitioner_ids]
        found = (from_item(RegisterCheck, item) for item in self.tables.get_many(self.table, keys))
        return {check.practitioner_id: check for check in found}

    def due(self, at: datetime, limit: int) -> list[PractitionerId]:
        """Returns those who are checked again by ``at``, the longest due first."""
        return [*map(PractitionerId, due_in(self.tables, self.table, REGISTER_CHECKS, at, limit))]

    def change(self, before: RegisterCheck | None, after: RegisterCheck) -> Put:
        """Returns the operation that stores a check; it fails with ``RegisterCheckChanged``."""
        return Put(
            self.table,
            _item(after),
            when="#version = :before" if before else "attribute_not_exists(#pk)",
            values={":before": before.version} if before else {},
            otherwise=RegisterCheckChanged(),
        )


def due_check(practitioner_id: PractitionerId, clinic_id: ClinicId) -> Item:
    """Returns the item of a practitioner who was never checked, due at once; it is about no details."""
    nothing = Registration(name="", profession="", authorised=True, country="")
    finding = RegisterFinding("not-checked")
    return _item(RegisterCheck(practitioner_id, clinic_id, nothing, finding, LONG_AGO, next_at=LONG_AGO))


def _item(check: RegisterCheck) -> Item:
    item: Item = {**as_attributes(register_check_key(check.practitioner_id)), **to_item(check)}
    if check.next_at:
        item |= {"listPk": REGISTER_CHECKS, "listSk": instant(check.next_at)}
    return item
