"""Builders of items that wait for the consumer of an event."""

from __future__ import annotations

from datetime import datetime

from helsebro.events import Event
from helsebro_aws.dynamodb.operations import Put
from helsebro_aws.dynamodb.tables import tables
from helsebro_aws.dynamodb.waiting import waits_for


def waiting(event_type: str, since: datetime, number: int = 0, *, table: str = "cases") -> str:
    """Stores an item that has waited since an instant; returns the id of its event."""
    event = Event(event_type, since, "tryg", {"number": number}, event_id=f"evt_{number:04}")
    item = {"pk": f"tryg#{number}", "sk": "ITEM", **waits_for(event)}
    tables.commit([Put(table, item)])
    return event.event_id
