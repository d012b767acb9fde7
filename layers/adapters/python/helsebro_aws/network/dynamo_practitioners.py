"""Practitioners in the ``network`` table.

``{practitionerId}`` / ``PRACTITIONER`` is the practitioner. A search row ``PRACTITIONERS#{treatment}`` /
``{practitionerId}`` for each treatment, and one for all treatments, is a copy: so a search is one query.
"""

from __future__ import annotations

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import PractitionerId
from helsebro.network.practitioner import Practitioner
from helsebro.receipt import Receipt
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Delete, Item, Operation, Put, Tables, tables
from helsebro_aws.network.keys import practitioner_key, search_partition
from helsebro_aws.platform import clock

ANY = "any"


class DynamoPractitioners:
    """Practitioners in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    @property
    def table(self) -> str:
        """The table's name."""
        return self.tables.settings.network_table

    def find(self, practitioner_id: PractitionerId) -> Practitioner:
        """Returns the practitioner. Raises ``NotFound``."""
        item = self.tables.get(self.table, *practitioner_key(practitioner_id))
        if item is None:
            raise NotFound()
        return from_item(Practitioner, item)

    def offering(self, treatment: str | None) -> list[Practitioner]:
        """Returns the practitioners who offer the treatment; all practitioners when it is None."""
        rows = self.tables.query_all(self.table, search_partition(treatment or ANY))
        return [from_item(Practitioner, item) for item in rows]

    def set(self, practitioner: Practitioner, receipt: Receipt | None = None) -> bool:
        """Stores the practitioner with the search rows and an event; returns whether they are new.

        Raises ``Conflict`` when another caller changes them at the same time.
        """
        known = self.tables.get(self.table, *practitioner_key(practitioner.practitioner_id))
        before = from_item(Practitioner, known) if known else None
        if before == practitioner:
            if receipt:
                self.tables.commit([], receipt=receipt)
            return False
        revision = int(known["revision"]) if known else 0
        operations: list[Operation] = [self._put(practitioner, revision)]
        searches = _searches(practitioner)
        operations += [self._search_row(practitioner, search) for search in sorted(searches)]
        gone = _searches(before) - searches if before else set()
        operations += [
            Delete(self.table, search, practitioner.practitioner_id, when=None) for search in sorted(gone)
        ]
        self.tables.commit(operations, events=[_event(practitioner, is_new=before is None)], receipt=receipt)
        return before is None

    def _put(self, practitioner: Practitioner, revision: int) -> Put:
        key = as_attributes(practitioner_key(practitioner.practitioner_id))
        return Put(
            self.table,
            {**key, **to_item(practitioner), "revision": revision + 1},
            when="#revision = :revision" if revision else "attribute_not_exists(#pk)",
            values={":revision": revision} if revision else {},
            otherwise=Conflict(),
        )

    def _search_row(self, practitioner: Practitioner, search: str) -> Put:
        item: Item = {"pk": search, "sk": practitioner.practitioner_id, **to_item(practitioner)}
        return Put(self.table, item, when=None)


def _searches(practitioner: Practitioner) -> set[str]:
    crisis = {"crisis-help"} if practitioner.crisis_help else set()
    return {search_partition(treatment) for treatment in {*practitioner.treatments, *crisis, ANY}}


def _event(practitioner: Practitioner, *, is_new: bool) -> Event:
    kind = "practitioner.registered" if is_new else "practitioner.changed"
    data = {"practitionerId": practitioner.practitioner_id, "clinicId": practitioner.clinic_id}
    return Event(kind, clock.now(), "", data, practitioner.clinic_id)
