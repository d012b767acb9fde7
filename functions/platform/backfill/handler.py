"""Changes stored items from an older shape to the next, page by page.

Trigger: the operator, with ``make backfill``. Input: ``{"name","dryRun","cursor","pages"}``; without
``"dryRun": false`` nothing is changed. Result: ``{"seen","matched","changed","conflicts","pages","examples",
"cursor"}``, where ``cursor`` is missing at the end; or ``{"error"}`` for an unknown name or cursor, with the
``known`` names for the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helsebro_aws.backfills.known_backfills import BACKFILLS
from helsebro_aws.backfills.run import BackfillRun
from helsebro_aws.backfills.scan_place import UnknownPlace
from helsebro_aws.dynamodb.record import to_item
from helsebro_aws.platform.log import done

MOST_PAGES = 100
TIME_TO_STOP = 60_000
"""In the last 60,000 milliseconds of the function's time no further page is begun."""


def handler(event: Mapping[str, Any], context: Any) -> dict[str, Any]:
    """Returns the counts of the pages that were read, and where to go on."""
    backfill = BACKFILLS.get(str(event.get("name")))
    if backfill is None:
        return {"error": "unknown-backfill", "known": sorted(BACKFILLS)}

    def has_time() -> bool:
        return context is None or context.get_remaining_time_in_millis() > TIME_TO_STOP

    dry_run = event.get("dryRun") is not False
    try:
        result = BackfillRun().run(
            backfill,
            dry_run=dry_run,
            cursor=event.get("cursor"),
            pages=min(int(event.get("pages", 1)), MOST_PAGES),
            has_time=has_time,
        )
    except UnknownPlace:
        return {"error": "unknown-cursor"}
    shown: dict[str, Any] = to_item(result)
    counts = {name: count for name, count in shown.items() if name not in ("cursor", "examples")}
    done("backfill.ran", backfill=backfill.name, dryRun=dry_run, **counts)
    return shown
