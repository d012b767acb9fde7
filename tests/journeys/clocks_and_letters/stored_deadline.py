"""When a deadline is due, as the stack has stored it; reminders are on no list."""

from __future__ import annotations

from datetime import datetime

from helsebro.deadlines.clocks import CLOCKS
from helsebro.deadlines.deadline import Deadline
from helsebro_aws.dynamodb.record import from_item
from local.mailbox.emulator_items import EmulatorItems


def due_at(items: EmulatorItems, kind: str, subject_id: str) -> datetime | None:
    """Returns when the deadline of this kind about a subject is due; None when none runs."""
    for item in items.stored("cases", f"CLOCK#{kind}#{subject_id}"):
        run = from_item(Deadline, item).reading(CLOCKS[kind])
        return run.due_at if run else None
    return None
