"""A clinic's own events, from the listing of the ``outbox`` table: ``{clinicId}#events`` / ``{eventId}``."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from helsebro import ids
from helsebro.errors import BadInput, Fault
from helsebro.ids import ClinicId
from helsebro_aws.dynamodb.keys import events_of_clinic
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.platform import clock

SETTLED_AFTER = timedelta(seconds=5)
"""The feed shows an event once it is this old: ids sort by time, and an event that is still being written
must not appear before one that was already read."""
EVENT_ID = re.compile(r"evt_[0-9a-v]{26}")


class ClinicFeed:
    """The events that a clinic's system may read."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def after(
        self, clinic_id: ClinicId, last_read: str | None, limit: int, cursor: str | None
    ) -> tuple[list[dict[str, Any]], str | None]:
        """Returns events after ``last_read``, oldest first, and the next cursor. Raises ``BadInput``."""
        if last_read is not None and not EVENT_ID.fullmatch(last_read):
            raise BadInput([Fault("/after", "unknown-event", "")], malformed=True)
        settled = ids.in_time_order("evt", clock.now() - SETTLED_AFTER, bytes(10))
        if last_read and last_read >= settled:
            return [], None
        page = self.tables.query(
            self.tables.settings.outbox_table,
            events_of_clinic(clinic_id),
            after=f"{last_read} " if last_read else "evt_",
            until=settled,
            limit=limit,
            page_cursor=cursor,
            listing=True,
        )
        return [_shown(row) for row in page.items], page.next_cursor


def _shown(row: Item) -> dict[str, Any]:
    timestamp = instant(datetime.fromisoformat(row["at"]))
    return {"eventId": row["pk"], "type": row["type"], "timestamp": timestamp, "data": row["data"]}
