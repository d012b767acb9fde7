"""``listed-slots``: lists every slot that can be booked, or is, at its practitioner.

Free and held ones are listed since version 2, booked ones since version 3.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.backfills.backfill import Backfill, Changes
from helsebro_aws.calendars.dynamo_slots import listing_of
from helsebro_aws.calendars.keys import SLOTS


def _listed(slot: Mapping[str, Any]) -> Changes:
    listing = listing_of(slot["practitionerId"], slot["status"])
    return {"listPk": listing, "listSk": slot["sk"]} if listing else {}


LISTED_SLOTS = Backfill(
    name="listed-slots",
    tables=("network",),
    begins=SLOTS,
    older=frozenset({None, 1, 2}),
    version=3,
    change=_listed,
)
