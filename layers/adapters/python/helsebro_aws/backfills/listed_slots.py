"""``listed-slots``: lists every slot that can be booked among the free slots of its practitioner."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.backfills.backfill import Backfill, Changes
from helsebro_aws.calendars.dynamo_slots import LISTED
from helsebro_aws.calendars.keys import SLOTS, free_slots_of


def _listed(slot: Mapping[str, Any]) -> Changes:
    if slot["status"] not in LISTED:
        return {}
    return {"listPk": free_slots_of(slot["practitionerId"]), "listSk": slot["sk"]}


LISTED_SLOTS = Backfill(
    name="listed-slots",
    tables=("network",),
    begins=SLOTS,
    older=frozenset({None, 1}),
    version=2,
    change=_listed,
)
