"""The delivery log in the ``network`` table: ``{clinicId}#deliveries`` / ``{deliveryId}``, kept 30 days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from helsebro.errors import Conflict, NotFound
from helsebro.events import Event
from helsebro.ids import ClinicId
from helsebro.receipt import Receipt
from helsebro.webhooks.delivery import Delivery
from helsebro.webhooks.endpoint import REQUESTED
from helsebro_aws.dynamodb.filtered_page import filtered_page
from helsebro_aws.dynamodb.keys import as_attributes
from helsebro_aws.dynamodb.record import from_item, to_item
from helsebro_aws.dynamodb.tables import Item, Put, Tables, tables
from helsebro_aws.webhooks.keys import deliveries_partition, delivery_key

KEPT = timedelta(days=30)
LONGEST_ID = 64


@dataclass(frozen=True)
class DeliveryPage:
    """One page of deliveries, and the cursor of the next page (None at the end)."""

    deliveries: list[Delivery]
    next_cursor: str | None


class DynamoDeliveries:
    """Deliveries in the ``network`` table."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def begin(self, delivery: Delivery) -> Delivery:
        """Stores a new delivery and returns it, or returns the one already stored under its id."""
        try:
            self.tables.commit([self._new(delivery)])
        except Conflict:
            return self.get(delivery.clinic_id, delivery.delivery_id)
        return delivery

    def request(self, delivery: Delivery, receipt: Receipt) -> None:
        """Stores a delivery that a caller requested, with the event that makes the courier send it."""
        data = {"deliveryId": delivery.delivery_id, "endpointId": delivery.endpoint_id}
        event = Event(REQUESTED, delivery.created_at, "", data, delivery.clinic_id)
        self.tables.commit([self._new(delivery)], events=[event], receipt=receipt)

    def get(self, clinic_id: ClinicId, delivery_id: str) -> Delivery:
        """Returns one delivery. Raises ``NotFound``, also for another clinic's."""
        is_id = len(delivery_id) <= LONGEST_ID
        item = self.tables.get(self._table, *delivery_key(clinic_id, delivery_id)) if is_id else None
        if item is None:
            raise NotFound()
        return from_item(Delivery, item)

    def save(self, delivery: Delivery, made: int) -> None:
        """Stores a delivery after an attempt; ``made`` is the number of attempts before it.

        Raises ``Conflict`` unless the delivery is pending after exactly so many attempts.
        """
        change = Put(
            self._table,
            _item(delivery),
            when="size(#attempts) = :made AND #state = :pending",
            values={":made": made, ":pending": "pending"},
        )
        self.tables.commit([change])

    def page(self, clinic_id: ClinicId, endpoint_id: str, limit: int, cursor: str | None) -> DeliveryPage:
        """Returns the clinic's deliveries, latest event first; with ``endpoint_id`` only that endpoint's.

        A page of one endpoint may be shorter than ``limit`` and still have a next page.
        """

        def entries_of(rows: Sequence[Item]) -> list[Delivery | None]:
            known = (from_item(Delivery, row) for row in rows)
            return [delivery if endpoint_id in ("", delivery.endpoint_id) else None for delivery in known]

        pk = deliveries_partition(clinic_id)
        found = filtered_page(self.tables, self._table, pk, entries_of, limit, cursor, newest_first=True)
        return DeliveryPage(*found)

    def _new(self, delivery: Delivery) -> Put:
        return Put(self._table, _item(delivery))

    @property
    def _table(self) -> str:
        return self.tables.settings.network_table


def _item(delivery: Delivery) -> Item:
    ends = int((delivery.created_at + KEPT).timestamp())
    item: dict[str, Any] = to_item(delivery)
    key = as_attributes(delivery_key(delivery.clinic_id, delivery.delivery_id))
    return {**key, "expiresAt": ends, **item}
