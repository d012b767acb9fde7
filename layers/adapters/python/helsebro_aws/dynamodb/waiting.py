"""Items that wait for a consumer of the bus: each is listed while it waits, so that none is forgotten.

Listing ``waiting#{event type}``, the longest wait first. The item also holds the event that its consumer
should get, as the bus sends it; ``deadlines.sweep`` sends that event again. The commit that ends the wait
removes the attributes ``WAITING``.
"""

from __future__ import annotations

from datetime import datetime

from helsebro.events import Event
from helsebro_aws.dynamodb.keys import Key, as_attributes
from helsebro_aws.dynamodb.operations import Item, Put
from helsebro_aws.dynamodb.record import instant, to_item

WAITING = ("listPk", "listSk", "waitsFor", "sentAgain")


def waiting_for(event_type: str) -> str:
    """Returns the partition of the listing of all items that wait for events of this type."""
    return f"waiting#{event_type}"


def place(since: datetime, event_id: str) -> str:
    """Returns the sort key of an item in its listing."""
    return f"{instant(since)}#{event_id}"


def waits_for(event: Event) -> Item:
    """Returns the attributes of an item that waits for the consumer of this event, which has an id."""
    assert event.event_id
    sent = {
        "eventId": event.event_id,
        "type": event.type,
        "at": event.at.isoformat(),
        "payer": event.payer,
        "data": to_item(event.data),
        "clinicId": event.clinic_id,
    }
    return {
        "listPk": waiting_for(event.type),
        "listSk": place(event.at, event.event_id),
        "waitsFor": {name: part for name, part in sent.items() if part is not None},
    }


def waiting_work(table: str, key: Key, event: Event) -> Put:
    """Returns the operation that stores an item of its own which waits for the consumer of this event.

    It takes the place of one that waited for an earlier event of the same work.
    """
    return Put(table, {**as_attributes(key), **waits_for(event)}, when=None)
