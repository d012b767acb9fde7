"""Clinics in the ``network`` table: ``{clinicId}`` / ``CLINIC``, with the signing secrets of its system."""

from __future__ import annotations

from typing import Any

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.network.clinic import Clinic
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, Update, tables
from helsebro_aws.identity.keys import clinic_key
from helsebro_aws.platform import clock

SECRETS = "signingSecrets"


class DynamoClinics:
    """Clinics in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def find(self, clinic_id: ClinicId) -> Clinic:
        """Returns the clinic. Raises ``NotFound``."""
        item = self.tables.get(self.table, *clinic_key(clinic_id))
        if item is None:
            raise NotFound()
        return clinic_in(item)

    def find_many(self, clinic_ids: set[ClinicId]) -> dict[str, Clinic]:
        """Returns the clinics that exist, by id."""
        keys = [clinic_key(clinic_id) for clinic_id in sorted(clinic_ids)]
        return {item["pk"]: clinic_in(item) for item in self.tables.get_many(self.table, keys)}

    def register(self, clinic: Clinic, secret: str) -> None:
        """Stores a whole clinic, with the one secret (``whsec_…``) that its system signs with."""
        item = {**_item(clinic), SECRETS: [{"sealed": seal(clinic.clinic_id, secret)}]}
        event = Event("clinic.registered", clock.now(), "", {"clinicId": clinic.clinic_id}, clinic.clinic_id)
        self.tables.commit([Put(self.table, item, when=None)], events=[event])

    def change(self, before: Clinic, after: Clinic, receipt: Receipt) -> None:
        """Stores a changed clinic with its event. Raises ``Conflict`` when it changed since it was read."""
        event = Event("clinic.changed", clock.now(), "", {"clinicId": after.clinic_id}, after.clinic_id)
        if before == after:
            self.tables.commit([], receipt=receipt)
        else:
            self.tables.commit([self.change_operation(before, after)], events=[event], receipt=receipt)

    def change_operation(self, before: Clinic, after: Clinic, otherwise: Conflict | None = None) -> Update:
        """Returns the operation that stores a changed clinic and keeps its secrets."""
        attributes: dict[str, Any] = {
            name: value for name, value in _item(after).items() if name not in {"pk", "sk"}
        }
        return Update(
            self.table,
            *clinic_key(after.clinic_id),
            set=attributes,
            when="#version = :before",
            values={":before": before.version},
            otherwise=otherwise or Conflict(),
        )


def clinic_in(item: Item) -> Clinic:
    """Returns the clinic that an item holds."""
    return from_item(Clinic, item)


def seal(clinic_id: ClinicId, secret: str) -> str:
    """Returns a signing secret encrypted for storage, bound to its clinic (promise 21)."""
    from helsebro_aws.platform.field_encryption import encrypt

    return encrypt(secret, table="network", field=SECRETS, clinic=clinic_id)


def _item(clinic: Clinic) -> Item:
    return {**as_attributes(clinic_key(clinic.clinic_id)), **to_item(clinic)}
