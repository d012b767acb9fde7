"""A clinic's own events, from the listing of the ``outbox`` table: ``{clinicId}#events`` / ``{eventId}``."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from helsebro import ids
from helsebro.errors import BadInput, Fault
from helsebro_aws.dynamodb.keys import events_of_clinic
from helsebro_aws.dynamodb.record import instant
from helsebro_aws.dynamodb.tables import Item, Tables, tables
from helsebro_aws.platform import clock

SETTLED_AFTER = timedelta(seconds=5)
"""An event is shown once it is this old: ids are in order of time, and one that is still being written must
not come to stand before one that was read already."""
EVENT_ID = re.compile(r"evt_[0-9a-v]{26}")


class ClinicFeed:
    """What a clinic's system may read of what happened."""

    def __init__(self, on: Tables = tables) -> None:
        self.tables = on

    def after(
        self, clinic_id: str, last_read: str | None, limit: int, cursor: str | None
    ) -> tuple[list[dict[str, Any]], str | None]:
        """Events after ``last_read``, oldest first, and the cursor of the next page. Raises ``BadInput``."""
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
